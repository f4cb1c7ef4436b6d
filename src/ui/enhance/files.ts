/**
 * Takes back chosen files that are longer than the server takes, keeps the others, and says so. The field
 * names its limits: `data-each-bytes` for one file, `data-most-bytes` for all of them.
 */
export function refuseLongFiles(input: HTMLInputElement): void {
  const { eachBytes = "Infinity", mostBytes = "Infinity", tooLong = "" } = input.dataset;
  const files = [...(input.files ?? [])];
  const long = files.filter((file) => file.size > Number(eachBytes));
  const sentences = long.map((file) => tooLong.replace("{name}", file.name));
  const sum = files.reduce((bytes, file) => bytes + file.size, 0);
  if (long.length === 0 && sum > Number(mostBytes)) sentences.push(tooLong);
  if (sentences.length > 0)
    keepOnly(input, long.length > 0 ? files.filter((file) => !long.includes(file)) : []);
  const place = document.getElementById(`${input.id}-long`);
  if (place) place.textContent = sentences.map((sentence) => `＊${sentence}`).join("\n");
}

function keepOnly(input: HTMLInputElement, files: readonly File[]): void {
  const kept = new DataTransfer();
  for (const file of files) kept.items.add(file);
  input.files = kept.files;
}
