package dev.cleave.ordering;

import dev.cleave.platform.test.EventSamplesContract;

class EventSamplesTests extends EventSamplesContract {}
