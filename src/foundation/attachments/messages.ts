export const ATTACHMENT_WORDS = {
  "file.scan": { done: "ファイルを調べた", refused: "ファイルを調べようとした" },
  "file.list-waiting": {
    done: "調べていないファイルを数えた",
    refused: "調べていないファイルを数えようとした",
  },
  "file.withhold": {
    done: "ウイルスの疑いのあるファイルを開けないようにした",
    refused: "ウイルスの疑いのあるファイルを開けないようにしようとした",
  },
};

export const INFECTED = {
  subject: (name: string) => `ウイルスの疑いのあるファイルを受け取りませんでした: ${name}`,
  sender: (name: string, found: string) =>
    `あなたが添付した「${name}」に、ウイルスの疑いがあります（${found}）。\nファイルの中身は削除したため、だれも開けません。\n\nお使いのパソコンをウイルス対策ソフトで調べ、所属の情報担当に連絡してください。\n問題がないと分かったら、元のソフトで保存しなおして、もう一度添付してください。\n`,
  office: (name: string, found: string, at: string) =>
    `${at}に添付された「${name}」に、ウイルスの疑いがあります（${found}）。\nファイルの中身は削除したため、だれも開けません。\n\n添付した人に連絡し、使っているパソコンを調べてもらってください。だれが添付したかは「記録と監査」で分かります。\n`,
};
