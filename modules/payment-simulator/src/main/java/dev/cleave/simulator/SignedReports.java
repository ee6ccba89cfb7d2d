package dev.cleave.simulator;

import dev.cleave.payment.port.ProviderReport;
import dev.cleave.payment.port.ProviderReports;
import org.springframework.http.HttpHeaders;

class SignedReports implements ProviderReports {

    private final Signature signature;

    SignedReports(Signature signature) {
        this.signature = signature;
    }

    @Override
    public ProviderReport read(HttpHeaders headers, byte[] body) throws NotTrusted {
        if (!signature.fits(headers.getFirst(Signature.HEADER), body)) {
            throw new NotTrusted("its signature is missing, wrong or too old");
        }
        return ReportBody.read(body).report();
    }
}
