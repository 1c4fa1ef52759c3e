# Two stages: the first installs with the same Makefile that `make serve` uses, the second only runs.
# The root file system may be read-only; the embedded database lives in the /data volume.
FROM python:3.13-slim-bookworm AS build
RUN apt-get update \
 && apt-get install --yes --no-install-recommends make=4.3* \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /srv
COPY Makefile pyproject.toml README.md LICENSE ./
COPY requirements/runtime.txt requirements/runtime.txt
# Enough of the package for its command to be installed; a change of the code then installs nothing anew.
COPY app/__init__.py app/__init__.py
RUN make install PYTHON=python3.13
COPY app app
COPY migrations migrations
COPY seed seed
RUN .venv/bin/python -m app validate \
 && .venv/bin/python -m compileall -q app migrations

FROM python:3.13-slim-bookworm
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin service \
 && mkdir /data \
 && chown service /data
WORKDIR /srv
COPY --from=build --chown=root:root /srv /srv
USER 10001
ENV HOST=0.0.0.0 PORT=8000 WORKERS=1 \
    APP_DATABASE_URL=sqlite:////data/nutrient-signs.db \
    APP_SNAPSHOT_PATH=/data/snapshots \
    PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
VOLUME ["/data"]
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
    CMD [".venv/bin/python", "-m", "app", "health"]
# Run with: docker run --read-only --tmpfs /tmp -v nutrient-signs:/data -p 8000:8000 IMAGE
CMD [".venv/bin/python", "-m", "app", "serve"]
