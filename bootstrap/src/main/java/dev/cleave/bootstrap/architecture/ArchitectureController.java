package dev.cleave.bootstrap.architecture;

import dev.cleave.platform.web.door.LocalOnly;
import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /architecture}: the architecture report of this program, as a page. */
@LocalOnly
@Hidden
@RestController
class ArchitectureController {

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    @GetMapping("/architecture")
    ResponseEntity<Resource> page() {
        return ResponseEntity.ok()
                .contentType(HTML)
                // What the page itself may load, it says itself, by the digests of its parts.
                .header("Content-Security-Policy", "frame-ancestors 'none'")
                .body(Written.page());
    }
}
