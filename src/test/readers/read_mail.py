#!/usr/bin/python3
"""Reads a mail as Python's email package does; one JSON line. See IndependentMailTest."""
import base64
import email
import email.policy
import json
import sys


def structure(part):
    if not part.is_multipart():
        return part.get_content_type()
    return part.get_content_type() + "(" + ",".join(structure(child) for child in part.iter_parts()) + ")"


def files(part, at=""):
    """Each leaf but what people read, with its place in the tree as IMAP counts (RFC 3501, 6.4.5)."""
    if part.is_multipart():
        return [found for number, child in enumerate(part.iter_parts(), 1)
                for found in files(child, "%s.%d" % (at, number) if at else str(number))]
    if part.get_content_type() in ("text/plain", "text/html"):
        return []
    return [{
        "at": at,
        "charset": part.get_param("charset"),
        "content": base64.b64encode(part.get_payload(decode=True)).decode("ascii"),
        "disposition": part.get_content_disposition(),
        "encoding": part["Content-Transfer-Encoding"],
        "method": part.get_param("method"),
        "name": part.get_filename(),
        "type": part.get_content_type(),
    }]


def defects(part):
    return sum((defects(child) for child in part.iter_parts()), len(part.defects)) if part.is_multipart() \
        else len(part.defects)


def main(path):
    with open(path, "rb") as file:
        mail = email.message_from_binary_file(file, policy=email.policy.default)
    print(json.dumps({
        "attachments": [part.get_filename() for part in mail.iter_attachments()],
        "automatic": mail["Auto-Submitted"],
        "defects": defects(mail),
        "files": files(mail),
        "from": mail["From"].addresses[0].display_name,
        "id": str(mail["Message-ID"]),
        "language": mail["Content-Language"],
        "replyTo": mail["Reply-To"].addresses[0].addr_spec,
        "structure": structure(mail),
        "subject": mail["Subject"],
        "text": mail.get_body(("plain",)).get_content().strip().replace("\r\n", "\n"),
        "to": mail["To"].addresses[0].display_name,
        "toAddress": mail["To"].addresses[0].addr_spec,
        "fromAddress": mail["From"].addresses[0].addr_spec,
        "unsubscribe": mail["List-Unsubscribe"],
        "unsubscribePost": mail["List-Unsubscribe-Post"],
    }, sort_keys=True, ensure_ascii=False, separators=(",", ":")))


if __name__ == "__main__" and len(sys.argv) > 1:
    main(sys.argv[1])
