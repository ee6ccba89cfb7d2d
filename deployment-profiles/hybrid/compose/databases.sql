-- Written by `cleave render hybrid`. Change the profile instead, and render it again.

\getenv password CLEAVE_STORES_CATALOG_PASSWORD
CREATE ROLE catalog LOGIN PASSWORD :'password';
CREATE DATABASE catalog OWNER catalog;
REVOKE ALL ON DATABASE catalog FROM PUBLIC;

\getenv password CLEAVE_STORES_ORDERING_PASSWORD
CREATE ROLE ordering LOGIN PASSWORD :'password';
CREATE DATABASE ordering OWNER ordering;
REVOKE ALL ON DATABASE ordering FROM PUBLIC;

\getenv password CLEAVE_STORES_PAYMENT_PASSWORD
CREATE ROLE payment LOGIN PASSWORD :'password';
CREATE DATABASE payment OWNER payment;
REVOKE ALL ON DATABASE payment FROM PUBLIC;

\getenv password CLEAVE_STORES_SIMULATOR_PASSWORD
CREATE ROLE simulator LOGIN PASSWORD :'password';
CREATE DATABASE simulator OWNER simulator;
REVOKE ALL ON DATABASE simulator FROM PUBLIC;
