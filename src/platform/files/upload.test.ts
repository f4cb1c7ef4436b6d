import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { receiveForm, receiveUpload } from "./upload.ts";

const LIMITS = { files: 2, bytes: 1000 };
const sent = (form: FormData) => new Request("http://localhost/", { method: "POST", body: form });
const file = (name: string, length: number) => new File([new Uint8Array(length).fill(65)], name);

describe("receiveForm", () => {
  it("gives texts and files as they were sent, also where a name comes again", async () => {
    const form = new FormData();
    form.append("topics", "dental");
    form.append("topics", "血圧");
    form.append("files", file("案内.pdf", 1000));
    const read = await receiveForm(sent(form), LIMITS);
    expect(read.form.getAll("topics")).toEqual(["dental", "血圧"]);
    expect(read.files.map(({ name, content, tooLong }) => [name, content.size, tooLong])).toEqual([
      ["案内.pdf", 1000, false],
    ]);
    expect(read.tooMany).toBe(false);
  });

  it("keeps nothing of a file that is too long, and the texts behind it", async () => {
    const form = new FormData();
    form.append("files", file("long.pdf", 5_000_000));
    form.append("wish", "あとに書いた\0もの");
    const read = await receiveForm(sent(form), LIMITS);
    expect(read.files).toMatchObject([{ name: "long.pdf", content: { size: 0 }, tooLong: true }]);
    await read.forget();
    expect(read.form.get("wish")).toBe("あとに書いたもの");
  });

  it("says when there were more files than it takes, and takes a field without a file for none", async () => {
    const many = new FormData();
    for (const name of ["a.pdf", "b.pdf", "c.pdf"]) many.append("files", file(name, 1));
    expect(await receiveForm(sent(many), LIMITS)).toMatchObject({ tooMany: true });
    const none = new FormData();
    none.append("files", new File([], ""));
    expect((await receiveForm(sent(none), LIMITS)).files).toEqual([]);
  });

  it("reads a plain form, and refuses what is no form", async () => {
    const plain = new Request("http://localhost/", {
      method: "POST",
      body: new URLSearchParams({ wish: "a" }),
    });
    expect((await receiveForm(plain, LIMITS)).form.get("wish")).toBe("a");
    for (const type of ["application/json", "multipart/form-data"])
      await expect(
        receiveForm(
          new Request("http://localhost/", { method: "POST", headers: { "content-type": type }, body: "{}" }),
          LIMITS,
        ),
      ).rejects.toMatchObject({ status: 400 });
    const torn = new Request("http://localhost/", {
      method: "POST",
      headers: { "content-type": "multipart/form-data; boundary=x" },
      body: "--x\r\nContent-Disposition: form-data; name=",
    });
    await expect(receiveForm(torn, LIMITS)).rejects.toMatchObject({ status: 400 });
  });
});

it("keeps the files on the disk, and nothing of them once they are forgotten, or where the form is torn", async () => {
  // Other tests that run at the same time take in forms as well.
  const own = mkdtempSync(join(tmpdir(), "yui-upload-"));
  vi.stubEnv("TMPDIR", own);
  onTestFinished(() => {
    vi.unstubAllEnvs();
    rmSync(own, { recursive: true });
  });
  const folders = () => readdirSync(own);
  const form = new FormData();
  form.append("files", file("案内.pdf", 1000));
  const read = await receiveForm(sent(form), LIMITS);
  expect(folders()).toHaveLength(1);
  expect(await read.files[0]!.content.text()).toBe("A".repeat(1000));
  await read.forget();
  expect(folders()).toEqual([]);
  const head = 'Content-Disposition: form-data; name="files"; filename="a.pdf"';
  const torn = new Request("http://localhost/", {
    method: "POST",
    headers: { "content-type": "multipart/form-data; boundary=x" },
    body: `--x\r\n${head}\r\n\r\nabc`,
  });
  await expect(receiveForm(torn, LIMITS)).rejects.toMatchObject({ status: 400 });
  expect(folders()).toEqual([]);
});

it("gives a file that is torn on its way as a refusal, and keeps nothing of it", async () => {
  const path = join(tmpdir(), `yui-torn-${process.pid}`, "file");
  const head = 'Content-Disposition: form-data; name="file"; filename="a.csv"';
  const torn = new Request("http://localhost/", {
    method: "POST",
    headers: { "content-type": "multipart/form-data; boundary=x" },
    body: `--x\r\n${head}\r\n\r\nabc`,
  });
  await expect(receiveUpload(torn, path)).rejects.toThrow("Unexpected end of form");
  expect(existsSync(path)).toBe(false);
  rmSync(dirname(path), { recursive: true, force: true });
});
