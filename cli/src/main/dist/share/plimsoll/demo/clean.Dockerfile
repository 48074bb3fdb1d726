FROM alpine:3.22
ARG VERSION=1
ENV HOME=/home/app
RUN apk add --no-cache curl && mkdir -p "/srv/$VERSION"
COPY notes.txt /srv/
USER 1000
