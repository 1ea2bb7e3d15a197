// Reads a mail as mailparser does (Nodemailer's reader); one JSON line. See IndependentMailTest. Needs `npm install` in
// this folder.
import { simpleParser } from "mailparser";
import { readFileSync } from "node:fs";

// Each part but what people read, with its place in the tree as IMAP counts (RFC 3501, 6.4.5).
const file = (part) => {
  const { params } = part.headers.get("content-type");
  return {
    at: part.partId,
    charset: params.charset ?? null,
    content: part.content.toString("base64"),
    disposition: part.contentDisposition ?? null,
    encoding: part.headers.get("content-transfer-encoding"),
    method: params.method ?? null,
    name: part.filename ?? null,
    type: part.contentType,
  };
};

const list = (mail, name) => mail.headerLines.find(({ key }) => key === name)?.line.replace(/^[^:]*:\s*/, "") ?? null;

if (process.argv[2]) {
  const mail = await simpleParser(readFileSync(process.argv[2]));
  console.log(JSON.stringify({
    attachments: mail.attachments.map((attachment) => attachment.filename),
    automatic: mail.headers.get("auto-submitted"),
    files: mail.attachments.map(file),
    from: mail.from.value[0].name,
    fromAddress: mail.from.value[0].address,
    id: mail.messageId,
    language: mail.headers.get("content-language"),
    replyTo: mail.replyTo.value[0].address,
    subject: mail.subject,
    text: mail.text.trim(),
    to: mail.to.value[0].name,
    toAddress: mail.to.value[0].address,
    unsubscribe: list(mail, "list-unsubscribe"),
    unsubscribePost: list(mail, "list-unsubscribe-post"),
  }));
}
