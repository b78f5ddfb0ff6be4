// Makes a picture (PNG) of a drawing, twice its size, in the browser: nothing leaves it. Without this the button is not there.
(() => {
  "use strict";

  const SCALE = 2;

  async function picture(address) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(answer.statusText);
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await answer.text())}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth * SCALE;
    canvas.height = image.naturalHeight * SCALE;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    const name = /filename="([^"]+)\.svg"/.exec(answer.headers.get("Content-Disposition") ?? "")?.[1] ?? "grafiek";
    return { name: `${name}.png`, content: await new Promise((resolve) => canvas.toBlob(resolve, "image/png")) };
  }

  function keep({ name, content }) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(content);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }

  document.querySelectorAll("[data-picture-of]").forEach((button) => {
    button.closest("[hidden]").hidden = false;
    button.addEventListener("click", async () => {
      button.disabled = true;
      try {
        keep(await picture(button.dataset.pictureOf));
      } catch {
        button.textContent = "Dat lukte niet. Neem de tekening (SVG).";
      } finally {
        button.disabled = false;
        button.focus();
      }
    });
  });
})();
