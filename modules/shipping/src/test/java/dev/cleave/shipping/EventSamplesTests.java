package dev.cleave.shipping;

import dev.cleave.platform.test.EventSamplesContract;

class EventSamplesTests extends EventSamplesContract {}
