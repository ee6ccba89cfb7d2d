-- Who receives the parcel, where that is not who ordered; and the spelling that all addresses of one mailbox share, to find its orders by.
ALTER TABLE personal_data ADD COLUMN recipient VARCHAR(200);
ALTER TABLE personal_data ADD COLUMN mailbox VARCHAR(400);
UPDATE personal_data SET mailbox = LOWER(email);
CREATE INDEX personal_data_by_mailbox ON personal_data (mailbox, order_id);
