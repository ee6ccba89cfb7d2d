package dev.cleave.payment;

import dev.cleave.payment.port.PaymentProvider;
import dev.cleave.payment.port.ProviderReports;
import dev.cleave.platform.test.EventSamplesContract;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

class EventSamplesTests extends EventSamplesContract {

    @MockitoBean
    private PaymentProvider provider;

    @MockitoBean
    private ProviderReports reports;
}
