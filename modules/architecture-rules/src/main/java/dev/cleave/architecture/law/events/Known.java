package dev.cleave.architecture.law.events;

import dev.cleave.architecture.code.Conventions;
import dev.cleave.architecture.uses.Targets;
import java.util.List;

/** What the libraries that such systems are built with are known to do. */
final class Known {

    /** What answers differently each time it is asked. */
    static final Targets CLOCKS_AND_CHANCE = Targets.of(
            "java.time.*#now", "java.time.Clock", "java.time.InstantSource", "java.lang.System#currentTimeMillis",
            "java.lang.System#nanoTime", "java.util.Date#<init>()", "java.util.Calendar#getInstance",
            "java.util.GregorianCalendar#<init>()", "org.joda.time.*#now", "java.util.UUID#randomUUID", "java.lang.Math#random",
            "java.util.random.RandomGenerator", "java.util.Random", "java.util.SplittableRandom",
            "java.lang.System#identityHashCode", "java.util.concurrent.ThreadLocalRandom#current",
            "java.util.Collections#shuffle",
            "org.axonframework.common.IdentifierFactory#generateIdentifier");

    /** The own store. */
    static final Targets STORE = Targets.of(
            "java.sql.Connection", "java.sql.Statement", "javax.sql.DataSource", "org.springframework.jdbc.core.*",
            "org.springframework.transaction.*", "org.springframework.data.repository.Repository",
            "org.springframework.data.jdbc.core.*", "org.springframework.data.r2dbc.*", "org.springframework.data.mongodb.core.*",
            "jakarta.persistence.EntityManager", "jakarta.persistence.Query", "org.hibernate.*", "org.jooq.*",
            "org.apache.ibatis.*");

    /** What changes the own store. */
    static final Targets WRITES = Targets.of(
            "java.sql.Statement#execute", "java.sql.Statement#executeUpdate", "java.sql.Statement#executeLargeUpdate",
            "java.sql.Statement#executeBatch", "java.sql.Statement#executeLargeBatch",
            "org.springframework.jdbc.core.JdbcOperations#update", "org.springframework.jdbc.core.JdbcOperations#batchUpdate",
            "org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations#update",
            "org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations#batchUpdate",
            "org.springframework.jdbc.core.simple.JdbcClient$StatementSpec#update",
            "org.springframework.jdbc.core.simple.SimpleJdbcInsertOperations#execute*",
            "org.springframework.data.repository.CrudRepository#save*",
            "org.springframework.data.repository.CrudRepository#delete*",
            "org.springframework.data.jdbc.core.JdbcAggregateOperations#save*",
            "org.springframework.data.jdbc.core.JdbcAggregateOperations#insert*",
            "org.springframework.data.jdbc.core.JdbcAggregateOperations#update*",
            "org.springframework.data.jdbc.core.JdbcAggregateOperations#delete*",
            "org.springframework.data.mongodb.core.MongoOperations#save",
            "org.springframework.data.mongodb.core.MongoOperations#insert*",
            "org.springframework.data.mongodb.core.MongoOperations#update*",
            "org.springframework.data.mongodb.core.MongoOperations#remove",
            "jakarta.persistence.EntityManager#persist", "jakarta.persistence.EntityManager#merge",
            "jakarta.persistence.EntityManager#remove", "jakarta.persistence.Query#executeUpdate", "org.jooq.Query#execute");

    /** What runs a statement that may read or write. */
    static final Targets RUNS_STATEMENTS = Targets.of(
            "org.springframework.jdbc.core.JdbcOperations#execute", "org.springframework.jdbc.core.JdbcOperations#query*",
            "org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations#execute",
            "org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations#query*",
            "org.springframework.jdbc.core.simple.JdbcClient$StatementSpec#query", "java.sql.Statement#executeQuery");

    /** What makes an event other than by an aggregate's command. */
    static final Targets PUBLISHING = Targets.of(
            "org.axonframework.eventhandling.gateway.EventGateway", "org.axonframework.eventhandling.EventBus#publish",
            "org.axonframework.eventhandling.scheduling.EventScheduler");

    /** What an aggregate makes an event with. */
    static final Targets APPLYING = Targets.of(
            "org.axonframework.modelling.command.AggregateLifecycle#apply",
            "org.axonframework.modelling.command.AggregateLifecycle#createNew");

    /** Whom Axon lets code ask. */
    static final Targets ASKING = Targets.of(
            "org.axonframework.queryhandling.QueryGateway", "org.axonframework.queryhandling.QueryBus#query",
            "org.axonframework.modelling.command.Repository", "org.axonframework.deadline.DeadlineManager");

    /** What lets something be done by another thread, or has this one wait. */
    static final Targets ELSEWHERE = Targets.of(
            "java.lang.Thread#start*", "java.lang.Thread#sleep", "java.lang.Thread$Builder#start", "java.lang.Thread#join",
            "java.util.concurrent.TimeUnit#sleep", "java.util.concurrent.Executor#execute",
            "java.util.concurrent.ExecutorService#submit", "java.util.concurrent.ExecutorService#invoke*",
            "java.util.concurrent.ScheduledExecutorService#schedule*", "java.util.concurrent.CompletableFuture#runAsync",
            "java.util.concurrent.CompletableFuture#supplyAsync", "java.util.Timer#schedule*",
            "org.springframework.scheduling.TaskScheduler#schedule*");

    /** What depends on the process that asks: its settings, and what it is made of. */
    static final Targets SURROUNDINGS = Targets.of(
            "java.lang.System#getenv", "java.lang.System#getProperty", "java.lang.System#getProperties",
            "org.springframework.core.env.PropertyResolver", "org.springframework.beans.factory.BeanFactory",
            "org.springframework.beans.factory.ObjectFactory");

    private static final List<String> OUTSIDE = List.of(
            "java.net.Socket", "java.net.ServerSocket", "java.net.DatagramSocket", "java.net.URL#openConnection",
            "java.net.URL#openStream", "java.net.URL#getContent", "java.net.URLConnection", "java.net.InetAddress#getByName",
            "java.net.InetAddress#getAllByName", "java.net.InetAddress#getLocalHost", "java.net.InetAddress#isReachable",
            "javax.net.SocketFactory#createSocket", "java.net.http.HttpClient#send*", "java.net.http.WebSocket",
            "java.net.http.WebSocket$Builder#buildAsync",
            "java.nio.file.Files", "java.nio.channels.FileChannel", "java.nio.channels.NetworkChannel",
            "java.nio.channels.AsynchronousChannel", "java.io.FileInputStream", "java.io.FileOutputStream", "java.io.FileReader",
            "java.io.FileWriter", "java.io.RandomAccessFile", "java.io.File#create*", "java.io.File#delete*",
            "java.io.File#exists",
            "java.io.File#list*", "java.io.File#mkdir*", "java.io.File#renameTo", "java.io.File#length",
            "java.lang.ProcessBuilder#start", "java.lang.Runtime#exec", "javax.naming.Context#lookup",
            "org.springframework.web.client.RestClient#get", "org.springframework.web.client.RestClient#head",
            "org.springframework.web.client.RestClient#post", "org.springframework.web.client.RestClient#put",
            "org.springframework.web.client.RestClient#patch", "org.springframework.web.client.RestClient#delete",
            "org.springframework.web.client.RestClient#options", "org.springframework.web.client.RestClient#method",
            "org.springframework.web.client.RestOperations",
            "org.springframework.web.reactive.function.client.WebClient#get",
            "org.springframework.web.reactive.function.client.WebClient#head",
            "org.springframework.web.reactive.function.client.WebClient#post",
            "org.springframework.web.reactive.function.client.WebClient#put",
            "org.springframework.web.reactive.function.client.WebClient#patch",
            "org.springframework.web.reactive.function.client.WebClient#delete",
            "org.springframework.web.reactive.function.client.WebClient#options",
            "org.springframework.web.reactive.function.client.WebClient#method",
            "org.springframework.http.client.ClientHttpRequestFactory#createRequest",
            "@org.springframework.web.service.annotation.HttpExchange", "@org.springframework.cloud.openfeign.FeignClient",
            "org.springframework.core.io.UrlResource#getInputStream", "org.springframework.core.io.FileSystemResource",
            "org.springframework.mail.MailSender#send", "org.springframework.mail.javamail.JavaMailSender#send",
            "jakarta.mail.Transport#send*", "jakarta.mail.Transport#connect", "jakarta.mail.Store#connect",
            "org.springframework.jms.core.JmsOperations", "org.springframework.amqp.core.AmqpTemplate",
            "org.springframework.kafka.core.KafkaOperations#send*", "org.springframework.data.redis.core.RedisOperations",
            "org.apache.kafka.clients.producer.Producer#send", "jakarta.jms.MessageProducer#send", "okhttp3.OkHttpClient#newCall",
            "org.apache.hc.client5.*#execute", "org.apache.http.client.HttpClient#execute", "retrofit2.Call",
            "feign.Client#execute",
            "com.amazonaws.services.*", "software.amazon.awssdk.services.*", "com.google.cloud.storage.Storage", "com.stripe.*",
            "com.twilio.*", "com.sendgrid.*");

    private Known() {}

    /** The ways to the outside world: files, sockets, web, mail, and what the system adds. */
    static Targets outside(Conventions conventions) {
        return Targets.of(OUTSIDE).and(Targets.of(conventions.outside()));
    }

    /** By what commands are sent. */
    static Targets senders(Conventions conventions) {
        return Targets.of(conventions.commandSenders());
    }
}
