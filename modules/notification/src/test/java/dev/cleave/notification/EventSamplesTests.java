package dev.cleave.notification;

import dev.cleave.platform.test.EventSamplesContract;

class EventSamplesTests extends EventSamplesContract {}
