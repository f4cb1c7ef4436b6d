import { Button } from "#ui/button.tsx";
import { PageHead } from "#ui/page.tsx";
import { PrintButton } from "#ui/print.tsx";
import { FILE } from "../file/file.messages.ts";

/** The code that opens a file whose word was forgotten, shown once: it is left only by who says that it was kept. */
export const RecoveryCode = ({ code }: { code: string }) => (
  <>
    <PageHead
      title={FILE.codeTitle}
      lead={FILE.codeLead}
      actions={<PrintButton label="復元コードを印刷する" />}
    />
    <p className="my-6 break-words text-std-28B-150 tracking-widest">{code}</p>
    <form method="get" action="/health-file" className="no-print">
      <label className="my-4 flex min-h-11 cursor-pointer items-center gap-2 text-std-16N-170">
        <input type="checkbox" name="noted" required className="size-5 shrink-0 accent-blue-900" />
        {FILE.codeNoted}
      </label>
      <Button kind="primary">健康ファイルを開く</Button>
    </form>
  </>
);
