-- A snapshot may take more than one binary value of H2 can hold.
ALTER TABLE stored_snapshot ALTER COLUMN payload SET DATA TYPE ${large_binary};
