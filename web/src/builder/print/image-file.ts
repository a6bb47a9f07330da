/** What a template keeps of an image, in characters of its data address; the server takes no more. */
const MOST = 380_000;
const SIDES = [1200, 800, 500, 300];

async function drawn(image: ImageBitmap, side: number, type: string): Promise<string> {
  const scale = Math.min(1, side / Math.max(image.width, image.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(image.width * scale));
  canvas.height = Math.max(1, Math.round(image.height * scale));
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL(type, 0.85);
}

/** An image as a data address that is small enough to be part of a template; photographs lose what nobody sees. */
export async function imageData(file: File): Promise<string> {
  const image = await createImageBitmap(file);
  const types = file.type === "image/jpeg" ? ["image/jpeg"] : ["image/png", "image/jpeg"];
  for (const side of SIDES) {
    for (const type of types) {
      const data = await drawn(image, side, type);
      if (data.length <= MOST) return data;
    }
  }
  throw new Error("too large");
}
