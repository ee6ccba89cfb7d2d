package dev.cleave.catalog;

import dev.cleave.platform.test.EventSamplesContract;

class EventSamplesTests extends EventSamplesContract {}
