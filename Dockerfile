# The image of a help centre: indexes the folder mounted at /articles, then serves it on port 8080.
#
#   docker build -t signpost .      (with --build-arg FONTS=fonts, links to Chinese, Japanese and Korean articles have pictures: 91 MB)
#   docker run --read-only --tmpfs /index:uid=10001 -v "$PWD/articles:/articles:ro" -p 8080:8080 signpost
#
# or serves a packed index, verified first:
#
#   docker run --read-only --tmpfs /index:uid=10001 -v "$PWD/help.tar.zst:/help.tar.zst:ro" -p 8080:8080 signpost /help.tar.zst
#
# A volume at /index instead of the tmpfs keeps the index over restarts. With -e SIGNPOST_DATA=/data -v signpost-data:/data
# visitors can send requests, which are kept there. Every package comes from packaging/apt-packages.txt, the list that a
# bare Debian 13 has proved.

FROM debian:trixie-slim AS build
WORKDIR /signpost
COPY packaging/install-packages packaging/apt-packages.txt packaging/
RUN packaging/install-packages build
COPY . .
RUN ./dev install /opt/signpost

FROM debian:trixie-slim
COPY packaging/install-packages packaging/apt-packages.txt /tmp/signpost/packaging/
ARG FONTS=""
RUN /tmp/signpost/packaging/install-packages run $FONTS && rm -rf /tmp/signpost /var/lib/apt/lists/* /var/cache/apt/* \
    && useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin signpost \
    && install -d -o signpost -g signpost /index \
    && install -d -o signpost -g signpost -m 0700 /data
COPY --from=build /opt/signpost /usr/local
COPY packaging/container-entrypoint packaging/container-health /usr/local/bin/
# A library that the list of packages lacks shows here, not at the first start.
RUN signpost --version && signpost-index --version && signpost-serve --version && signpost-desk --version && signpost-import --version
USER signpost
# Readers come through a published port, often with no proxy in between: one address gets 20 requests a second, 200 at
# once. Behind a proxy, name it in SIGNPOST_TRUSTED_PROXIES, else all its readers count as one address.
# Metrics are for whoever shares a network with the container; 9180 is not to be published.
ENV SIGNPOST_HOST=0.0.0.0 SIGNPOST_PORT=8080 SIGNPOST_RATE_LIMIT=20 SIGNPOST_METRICS=0.0.0.0:9180
VOLUME /index /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["container-health"]
ENTRYPOINT ["container-entrypoint"]
