-- The view of all shipments: derived from events, may be dropped and rebuilt.
CREATE TABLE shipment (
    shipment                VARCHAR(80)              NOT NULL,
    status                  VARCHAR(20)              NOT NULL,
    carrier                 VARCHAR(255),
    tracking_number         VARCHAR(255),
    parcels                 VARCHAR(1000000)         NOT NULL,
    opened_at               TIMESTAMP WITH TIME ZONE NOT NULL,
    prepared_at             TIMESTAMP WITH TIME ZONE,
    dispatch_requested_at   TIMESTAMP WITH TIME ZONE,
    cancellation_refused_at TIMESTAMP WITH TIME ZONE,
    dispatched_at           TIMESTAMP WITH TIME ZONE,
    delivered_at            TIMESTAMP WITH TIME ZONE,
    delivery_assumed        BOOLEAN DEFAULT FALSE    NOT NULL,
    cancelled_at            TIMESTAMP WITH TIME ZONE,
    version                 BIGINT                   NOT NULL,
    PRIMARY KEY (shipment)
);
CREATE INDEX shipment_by_opening ON shipment (opened_at, shipment);
CREATE INDEX shipment_by_status ON shipment (status, opened_at, shipment);

-- Personal data, durable and derived from nothing: it came with commands and is in no event.
-- A recipient's row is what keeping and erasing their addresses lock; it outlives the erasure, without any of it.
CREATE TABLE recipient (
    recipient VARCHAR(80) NOT NULL,
    erased_at TIMESTAMP WITH TIME ZONE,
    PRIMARY KEY (recipient)
);
CREATE TABLE address (
    shipment  VARCHAR(80)   NOT NULL,
    recipient VARCHAR(80)   NOT NULL,
    name      VARCHAR(1000) NOT NULL,
    street    VARCHAR(1000) NOT NULL,
    city      VARCHAR(1000) NOT NULL,
    postcode  VARCHAR(1000) NOT NULL,
    country   VARCHAR(1000) NOT NULL,
    PRIMARY KEY (shipment)
);
CREATE INDEX address_by_recipient ON address (recipient);
