# Builds with the SDK, runs on the runtime alone. amd64 and arm64: each is built on the platform that it is for.
ARG DOTNET_VERSION=10.0

FROM mcr.microsoft.com/dotnet/sdk:${DOTNET_VERSION} AS build
# Seconds since 1970, mostly of the commit: every file of the program gets that time, so that the same source gives the same files.
ARG SOURCE_DATE_EPOCH=0
WORKDIR /src
COPY Directory.Build.props Directory.Packages.props .editorconfig ./
COPY src/PressIngest/PressIngest.csproj src/PressIngest/packages.lock.json src/PressIngest/
RUN dotnet restore src/PressIngest --locked-mode
COPY src/ src/
RUN dotnet publish src/PressIngest --configuration Release --no-restore --output /app -p:ContinuousIntegrationBuild=true
COPY config/ /app/config/
# SQLite comes for every platform there is. The one that this image is for is kept.
RUN find /app/runtimes -mindepth 1 -maxdepth 1 ! -name "linux-$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')" -exec rm -r {} + \
    && chmod -R go=u-w /app && find /app -exec touch --no-dereference --date="@${SOURCE_DATE_EPOCH}" {} +

FROM mcr.microsoft.com/dotnet/aspnet:${DOTNET_VERSION} AS final
ARG VERSION=0.1.0
ARG REVISION=unknown
ARG CREATED=1970-01-01T00:00:00Z
LABEL org.opencontainers.image.title="PressIngest" \
      org.opencontainers.image.description="Arabic press articles in; campaigns, hashtags, quotations and figures out, in a SQLite file" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.created="${CREATED}" \
      org.opencontainers.image.base.name="mcr.microsoft.com/dotnet/aspnet:10.0"
# The distribution's SQLite is newer than the one that is packed with the program, and gets its security fixes.
RUN apt-get update && apt-get install --yes --no-install-recommends libsqlite3-0 \
    && rm -rf /var/lib/apt/lists/* /var/cache/apt/* /var/cache/debconf/* /var/cache/ldconfig/* /var/log/apt /var/log/dpkg.log
# The service writes to /data and nowhere else, as the user that the base image brings. An empty /config it fills with the default of /app/config,
# where it may; where not, it uses that default as it is.
RUN mkdir /data /config && chown app:app /data /config
COPY --from=build /app /app
# No diagnostics socket, which would need a writable /tmp; memory is given back rather than kept.
ENV PRESSINGEST_CONFIG=/config \
    PRESSINGEST_DB=/data/press.db \
    DOTNET_EnableDiagnostics=0 \
    DOTNET_GCConserveMemory=5
VOLUME ["/config", "/data"]
WORKDIR /data
USER app
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=3 CMD ["/app/PressIngest", "health"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["/app/PressIngest"]
CMD ["run"]
