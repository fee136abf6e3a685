// SPDX-License-Identifier: Apache-2.0
// Measures the pages in the frames of a harness: how wide each is, and where text has too little contrast.
const numbers = (color) => {
  const all = color.match(/[\d.]+/g).map(Number);
  return { rgb: all.slice(0, 3), alpha: all.length > 3 ? all[3] : 1 };
};
// WCAG 2.2, relative luminance and contrast ratio.
const luminance = (rgb) => {
  const [r, g, b] = rgb.map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a, b) => {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};
const background = (element) => {
  for (let it = element; it; it = it.parentElement) {
    const color = numbers(getComputedStyle(it).backgroundColor);
    if (color.alpha === 1) return color.rgb;
  }
  return [255, 255, 255];
};
const hasText = (it) => [...it.childNodes].some((each) => each.nodeType === 3 && each.data.trim());

const measure = (frame) => {
  const page = frame.contentDocument;
  const faint = [];
  for (const it of page.body.querySelectorAll("*")) {
    if (!hasText(it) || it.tagName === "title") continue;
    const style = getComputedStyle(it);
    const inPicture = it.tagName === "text";
    const ratio = contrast(numbers(inPicture ? style.fill : style.color).rgb, background(it));
    if (ratio < 4.5) faint.push(`${ratio.toFixed(2)} in <${it.tagName}>: ${it.textContent.slice(0, 60)}`);
  }
  return { page: frame.dataset.page, width: frame.clientWidth, needs: page.documentElement.scrollWidth, faint,
           background: getComputedStyle(page.body).backgroundColor };
};
addEventListener("load", () => {
  const out = document.createElement("pre");
  out.id = "measured";
  out.textContent = JSON.stringify([...document.querySelectorAll("iframe")].map(measure));
  document.body.append(out);
});
