// Reads a picture and returns it in at most 256 colours: the palette, and for each dot its place in it, as base64.
async (source) => {
  const image = new Image();
  image.src = `data:image/png;base64,${source}`;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height);
  const drawing = canvas.getContext("2d");
  drawing.drawImage(image, 0, 0);
  const dots = new Uint32Array(drawing.getImageData(0, 0, image.width, image.height).data.buffer);
  const counts = new Map();
  for (const dot of dots) counts.set(dot, (counts.get(dot) ?? 0) + 1);
  const palette = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 256).map(([dot]) => dot);
  const places = new Map(palette.map((dot, place) => [dot, place]));
  const apart = (a, b) =>
    ((a & 255) - (b & 255)) ** 2 + (((a >> 8) & 255) - ((b >> 8) & 255)) ** 2 + (((a >> 16) & 255) - ((b >> 16) & 255)) ** 2;
  const nearest = (dot) => {
    let best = 0;
    for (let place = 1; place < palette.length; place++) {
      if (apart(dot, palette[place]) < apart(dot, palette[best])) best = place;
    }
    places.set(dot, best);
    return best;
  };
  let bytes = "";
  for (const dot of dots) bytes += String.fromCharCode(places.get(dot) ?? nearest(dot));
  const colours = palette.map((dot) => String.fromCharCode(dot & 255, (dot >> 8) & 255, (dot >> 16) & 255)).join("");
  return { width: image.width, height: image.height, palette: btoa(colours), dots: btoa(bytes) };
};
