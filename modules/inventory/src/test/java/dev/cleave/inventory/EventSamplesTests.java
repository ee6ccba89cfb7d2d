package dev.cleave.inventory;

import dev.cleave.platform.test.EventSamplesContract;

class EventSamplesTests extends EventSamplesContract {}
