# Builds with the SDK, runs on the runtime alone. amd64 and arm64: the program is portable, its native SQLite is packed for both.
ARG DOTNET_VERSION=10.0

FROM mcr.microsoft.com/dotnet/sdk:${DOTNET_VERSION} AS build
WORKDIR /src
COPY Directory.Build.props Directory.Packages.props .editorconfig ./
COPY src/PressIngest/PressIngest.csproj src/PressIngest/packages.lock.json src/PressIngest/
RUN dotnet restore src/PressIngest --locked-mode
COPY src/ src/
RUN dotnet publish src/PressIngest --configuration Release --no-restore --output /app -p:ContinuousIntegrationBuild=true

FROM mcr.microsoft.com/dotnet/aspnet:${DOTNET_VERSION} AS final
LABEL org.opencontainers.image.title="PressIngest" \
      org.opencontainers.image.description="Arabic press articles in; campaigns, hashtags, quotations and figures out, in a SQLite file"
# The distribution's SQLite is newer than the one that is packed with the program, and gets its security fixes.
RUN apt-get update && apt-get install --yes --no-install-recommends libsqlite3-0 && rm -rf /var/lib/apt/lists/*
COPY --from=build /app /app
COPY config/ /config/
# The service writes to /data and nowhere else, as the user that the base image brings.
RUN mkdir /data && chown app:app /data
ENV PRESSINGEST_CONFIG=/config \
    PRESSINGEST_DB=/data/press.db \
    DOTNET_EnableDiagnostics=0 \
    PRESSINGEST__LOGGING__CONSOLE__FORMATTERNAME=json
VOLUME ["/config", "/data"]
WORKDIR /data
USER app
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=3 CMD ["/app/PressIngest", "health"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["/app/PressIngest"]
CMD ["run"]
