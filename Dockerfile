# Vensterscan in a container: only the installed wheel, an ordinary user, and one folder to write in.
#
#   docker build -t vensterscan .
#   docker run -p 8000:8000 -v vensterscan:/data -e VENSTERSCAN_BASE_URL=https://scan.example.nl \
#     -e VENSTERSCAN_CONTACT=beheer@example.nl vensterscan
#
# The official images by default; an approved image of your own, or one pinned by digest, can take their place.
ARG PYTHON_IMAGE=docker.io/library/python:3.13-slim
ARG NODE_IMAGE=docker.io/library/node:24-slim

FROM ${NODE_IMAGE} AS assets
WORKDIR /src
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

FROM ${PYTHON_IMAGE} AS build
WORKDIR /src
COPY requirements/bootstrap.txt requirements/build.txt requirements/runtime.txt requirements/
RUN python3 -m venv /opt/build \
 && /opt/build/bin/pip install --no-cache-dir --require-hashes -r requirements/bootstrap.txt \
 && /opt/build/bin/uv pip install --no-cache --python /opt/build/bin/python --require-hashes -r requirements/build.txt \
 && python3 -m venv --without-pip /opt/vensterscan \
 && /opt/build/bin/uv pip sync --no-cache --python /opt/vensterscan/bin/python --compile-bytecode --require-hashes requirements/runtime.txt
COPY . .
COPY --from=assets /src/node_modules node_modules
RUN /opt/build/bin/python -m hatchling build --target wheel \
 && /opt/build/bin/uv pip install --no-cache --python /opt/vensterscan/bin/python --compile-bytecode --no-deps --offline dist/*.whl \
 && mkdir /data

FROM ${PYTHON_IMAGE} AS run
COPY --from=build /opt/vensterscan /opt/vensterscan
COPY --from=build --chown=10001:10001 /data /data
ENV PATH="/opt/vensterscan/bin:$PATH" \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    VENSTERSCAN_ENVIRONMENT=production \
    VENSTERSCAN_DATA_DIR=/data
USER 10001:10001
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["python", "-I", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/readyz', timeout=4)"]
ENTRYPOINT ["vensterscan"]
CMD ["serve", "--host", "0.0.0.0", "--port", "8000"]
