# One image a service, from the same jar that runs without Docker. Build the jars first: mvn -DskipTests package
#   docker build --build-arg SERVICE=ingest-service -t vigie/ingest-service .
# Layers from rarely to often changed: libraries first, so that a new version of Vigie transfers a few hundred kilobytes.
FROM eclipse-temurin:17-jre AS layers
ARG SERVICE
WORKDIR /layers
COPY ${SERVICE}/target/${SERVICE}-*-exec.jar app.jar
RUN java -Djarmode=tools -jar app.jar extract --layers --destination extracted

FROM eclipse-temurin:17-jre
RUN useradd --system --uid 10001 --no-create-home vigie && mkdir -p /var/lib/vigie && chown vigie /var/lib/vigie
WORKDIR /opt/vigie
COPY --from=layers /layers/extracted/dependencies/ ./
COPY --from=layers /layers/extracted/snapshot-dependencies/ ./
COPY --from=layers /layers/extracted/application/ ./
USER 10001
VOLUME /var/lib/vigie
ENV VIGIE_STATE_DIR=/var/lib/vigie \
    JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError"
ENTRYPOINT ["java", "-jar", "app.jar"]
