package dev.cleave.architecture.law.events.onlygatewaysgooutside.broken.orders.desk;

import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

@Component
class WebPost implements Post {

    private final RestClient web;

    WebPost(RestClient.Builder web) {
        this.web = web.baseUrl("https://post.example").build();
    }

    @Override
    public void send(String text) {
        web.post().body(text).retrieve();
    }
}
