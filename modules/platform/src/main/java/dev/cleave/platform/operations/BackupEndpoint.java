package dev.cleave.platform.operations;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/** {@code POST /actuator/backup}: takes a backup of all stores and says where it is. */
@Endpoint(id = "backup")
class BackupEndpoint {

    private final Backups backups;

    BackupEndpoint(Backups backups) {
        this.backups = backups;
    }

    @WriteOperation
    Backups.Backup take() {
        return backups.take();
    }
}
