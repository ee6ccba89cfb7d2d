package dev.cleave.platform.waiting;

import dev.cleave.platform.datastore.DataStoreProperties;

class WaitsInEveryZoneOnH2Tests extends WaitsInEveryZoneContract {

    @Override
    DataStoreProperties.Store where(String zone) {
        return new DataStoreProperties.Store(null, null, null, null, 4, 1_024);
    }
}
