package dev.cleave.payment.simulator;

import dev.cleave.payment.provider.ProviderReport;
import dev.cleave.payment.provider.ProviderReports;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

@Component
@WhereSimulated
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
