// A chart as PNG: the picture that the reports draw, put on a canvas.
import bold from "../../../../internal/render/pdf/fonts/NotoSans-Bold.ttf?url";
import regular from "../../../../internal/render/pdf/fonts/NotoSans-Regular.ttf?url";
import { answer, bytes, POST, type Schema } from "../../api/client";
import { chartFile } from "./data";

/** How many pixels of the picture stand for one of the screen. */
const fineness = 2;

/** picture draws a chart and hands it over; it gives the address and the name to save it by. */
export async function picture(webinar: string, chart: Schema["Chart"], rule: string): Promise<Schema["Picture"]> {
  const svg = new TextDecoder().decode(await bytes(chartFile(webinar, chart.id, rule, "picture.svg")));
  const png = await drawn(await lettered(svg));
  return answer(
    POST("/api/webinars/{id}/charts/{chart}/picture.png", {
      params: { path: { id: webinar, chart: chart.id } },
      body: png as unknown as string,
      bodySerializer: (body) => body,
      headers: { "Content-Type": "application/octet-stream" },
    }),
  );
}

// A picture sees nothing of the page around it: it brings its letters along.
async function lettered(svg: string): Promise<string> {
  const face = async (address: string, weight: number) =>
    `@font-face{font-family:"Noto Sans";font-weight:${weight};src:url(data:font/ttf;base64,${base64(await bytes(address))})}`;
  const faces = await Promise.all([face(regular, 400), face(bold, 700)]);
  const styled = (head: string) => `${head}<style>${faces.join("")}</style>`;
  return svg.replace(/^<svg[^>]*>/, (head) => styled(head.replace(/ (width|height)="(\d+)"/g, finer)));
}

// The picture is made larger before it is drawn: its letters then stand where the finer pixels have them.
const finer = (_: string, side: string, pixels: string): string => ` ${side}="${Number(pixels) * fineness}"`;

function base64(data: ArrayBuffer): string {
  const view = new Uint8Array(data);
  let text = "";
  for (let at = 0; at < view.length; at += 0x8000) text += String.fromCharCode(...view.subarray(at, at + 0x8000));
  return btoa(text);
}

async function drawn(svg: string): Promise<ArrayBuffer> {
  const image = new Image();
  image.src = `data:image/svg+xml;base64,${base64(new TextEncoder().encode(svg).buffer)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth;
  canvas.height = image.naturalHeight;
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("no canvas");
  pen.drawImage(image, 0, 0);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!blob) throw new Error("no picture");
  return blob.arrayBuffer();
}
