package dev.cleave.platform.web.idempotency;

import dev.cleave.platform.datastore.DataStoreProperties;

class IdempotentRequestsOnH2Tests extends IdempotentRequestsContract {

    @Override
    DataStoreProperties.Store where() {
        return new DataStoreProperties.Store(null, null, null, null, 10, 16_384);
    }
}
