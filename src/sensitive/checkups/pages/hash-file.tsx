import { hashPage } from "../hashing/hash-page.usecases.server.ts";

/** The page as one file to keep: it is opened where the results lie, without any network. */
export const loader = () =>
  new Response(hashPage(), {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Disposition": `attachment; filename="checkup-hash.html"`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
