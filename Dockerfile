# The one image: whatever unit a container is to be, its profile and unit are told to it when it starts.
#
#   docker build -t cleave .
#   docker run -p 127.0.0.1:8080:8080 -v cleave:/data cleave
#
# The first base brings Maven and a JDK; the second runs what comes of it, and makes the AOT cache too, which fits no other Java.
ARG BUILD_IMAGE=maven:3.9-eclipse-temurin-25
ARG JRE_IMAGE=eclipse-temurin:25-jre

FROM ${BUILD_IMAGE} AS build
WORKDIR /build
COPY . .
RUN mvn -B -ntp -q -DskipTests -pl bootstrap -am package \
    && java -Djarmode=tools -jar bootstrap/target/cleave.jar extract --layers --destination layers

FROM ${JRE_IMAGE} AS program
WORKDIR /app
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
COPY bootstrap/src/main/docker/ ./

# A training run that ends when the application is set up leaves what it loaded and linked in a cache.
FROM program AS trained
RUN java @/app/jvm.options -XX:AOTCacheOutput=/app/cleave.aot -Dspring.context.exit=onRefresh \
    -jar /app/cleave.jar --cleave.data-directory=/tmp/data > /tmp/training.log 2>&1 || (cat /tmp/training.log && false)

FROM program
COPY --from=trained /app/cleave.aot ./
RUN install -d -o 10001 -g 10001 /data
USER 10001:10001
ENV CLEAVE_DATADIRECTORY=/data \
    CLEAVE_BACKUPDIRECTORY=/data/backups \
    CLEAVE_WEB_LISTEN=0.0.0.0 \
    LOGGING_STRUCTURED_FORMAT_CONSOLE=ecs
VOLUME /data
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=5s --timeout=4s --start-period=300s --retries=3 CMD ["bash", "/app/healthcheck.sh"]
ENTRYPOINT ["java", "@/app/jvm.options", "-XX:AOTCache=/app/cleave.aot", "-jar", "/app/cleave.jar"]
LABEL org.opencontainers.image.title="Cleave" \
      org.opencontainers.image.description="An order-to-cash back office, whole or cut into units by a deployment profile."
