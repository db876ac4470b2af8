/**
 * A strict reader of XML that walks a part from end to end and tells of the few elements somebody asked for. It knows no DTD, hence no
 * entities but the five of XML, and nothing it meets makes it open anything.
 */
import type { Texts } from "./decode.ts";
import { DEPTH, TOKEN } from "./limits.ts";
import { resolve } from "./references.ts";
import { damagedPart } from "./refusals.ts";
import { type Attributes, type Malformed, tagReader } from "./tags.ts";

/**
 * What is told of: for each element its children, "#text" where its text is wanted; "" has the roots. Anything else is walked over with all
 * that is in it. Names are without prefix, and only those in the part's own namespace count.
 */
export type Outline = ReadonlyMap<string, readonly string[]>;

export interface Listener {
  open?(name: string, attributes: Attributes): void;
  /** Text comes in pieces, references resolved. */
  text?(text: string, parent: string): void;
  close?(name: string): void;
  /** There is an element inside a text, where no element belongs. */
  stray?(parent: string): void;
  /** Elements with nothing in them that are passed over together, as there may be a million of them. */
  readonly bare?: Bare;
}

interface Bare {
  readonly parent: string;
  /** As many of them as stand one behind the other, exactly as it expects them; sticky. Others are told of one by one. */
  readonly run: RegExp;
  /** What the group of the expression found in the last of them. */
  passed(last: string): void;
}

interface Open {
  /** As it is written, to be closed the same way. */
  readonly written: string;
  /** What its listener knows it by; `undefined`: nobody was told of it. */
  readonly told: string | undefined;
  readonly children: readonly string[];
  readonly wantsText: boolean;
  readonly scope: Scope;
}

/** The namespaces by prefix at some place, and whether names without prefix are in the part's own: nearly all of them are. */
interface Scope {
  readonly known: ReadonlyMap<string, string>;
  readonly plainIsOwn: boolean;
}

const NOBODY: readonly string[] = [];

/** Walks through a part. `namespaces` are the ways to write the part's own. Refuses whatever is not well-formed. */
export function walk(part: string, texts: Texts, namespaces: readonly string[], outline: Outline, listener: Listener): void {
  const malformed = (zh = "XML 格式不对", en = "its XML is not well-formed") => damagedPart(part, zh, en);
  const roots = outline.get("") ?? [];
  const stack: Open[] = [];
  let top: Open | undefined;
  let [buffer, at, rooted] = ["", 0, false];

  /** Gets more text; what was not used up stays in front. */
  const more = (): boolean => {
    if (buffer.length - at > TOKEN) throw malformed("有过长的标记", "a tag in it is too long");
    const next = texts();
    if (next === undefined) return false;
    buffer = at < buffer.length ? buffer.slice(at) + next : next;
    at = 0;
    return true;
  };

  /** Finds the end of what began here, or gets more text until it is there. Returns where `end` stands. */
  const find = (end: string, from: number): number => {
    for (;;) {
      const found = buffer.indexOf(end, at + from);
      if (found >= 0) return found;
      if (!more()) throw malformed("文件在中途结束", "it ends in the middle");
    }
  };

  const put = (text: string): void => {
    if (top?.wantsText) listener.text?.(text, top.told as string);
    else if (!top && text.trim() !== "") throw malformed();
  };

  const plain = (text: string): string => {
    if (!text.includes("&")) return text;
    const resolved = resolve(text);
    if (resolved === undefined) throw malformed("有未定义的实体", "it refers to an entity that is not one of XML's five");
    return resolved;
  };

  const attributes = tagReader(plain, malformed);

  const scopeIn = (outside: Scope): Scope => {
    const known = attributes.namespaces(outside.known);
    return known === outside.known ? outside : { known, plainIsOwn: namespaces.includes(known.get("") ?? "") };
  };

  /** The name without its prefix where it is in the part's own namespace, else `undefined`. */
  const ownName = (written: string, { known, plainIsOwn }: Scope): string | undefined => {
    const colon = written.indexOf(":");
    if (colon < 0) return plainIsOwn ? written : undefined;
    const namespace = known.get(written.slice(0, colon));
    if (namespace === undefined) throw malformed("命名空间未声明", "a namespace in it is not declared");
    return namespaces.includes(namespace) ? written.slice(colon + 1) : undefined;
  };

  const open = (): void => {
    if (stack.length >= DEPTH) throw malformed("元素嵌套过深", "elements are nested too deep");
    const { name: written, empty } = attributes;
    const scope = scopeIn(top?.scope ?? OUTERMOST);
    const own = ownName(written, scope);
    if (!top && (rooted || own === undefined || !roots.includes(own))) throw malformed("不是应有的内容", "it is not what it should be");
    rooted = true;
    const told = own !== undefined && (top ? top.children : roots).includes(own) ? own : undefined;
    if (told === undefined && top?.wantsText) listener.stray?.(top.told as string);
    if (told !== undefined) {
      listener.open?.(told, attributes);
      if (empty) listener.close?.(told);
    }
    if (empty) return;
    const children = (told === undefined ? undefined : outline.get(told)) ?? NOBODY;
    top = { written, told, children, wantsText: children.includes("#text"), scope };
    stack.push(top);
  };

  const close = (): void => {
    const end = find(">", 2);
    // Nearly always the name is all there is before the end.
    const fits = top !== undefined && buffer.startsWith(top.written, at + 2);
    const rest = fits ? at + 2 + (top as Open).written.length : end;
    if (!fits || (rest !== end && buffer.slice(rest, end).trim() !== "")) throw malformed("标记没有配对", "its tags do not match");
    at = end + 1;
    const { told } = top as Open;
    stack.pop();
    top = stack.at(-1);
    if (told !== undefined) listener.close?.(told);
  };

  const passBare = (): boolean => {
    const { bare } = listener;
    if (!bare || top?.told !== bare.parent || !top.scope.plainIsOwn) return false;
    bare.run.lastIndex = at;
    const found = bare.run.exec(buffer);
    if (!found) return false;
    at = bare.run.lastIndex;
    bare.passed(found[1] as string);
    return true;
  };

  for (;;) {
    if (at >= buffer.length && !more()) break;
    const begins = buffer.indexOf("<", at);
    if (begins !== at) {
      let end = begins < 0 ? buffer.length : begins;
      if (begins < 0) {
        const reference = buffer.lastIndexOf("&");
        if (reference >= at && buffer.indexOf(";", reference) < 0) end = reference;
      }
      if (end > at) put(plain(buffer.slice(at, end)));
      at = end;
      if (begins < 0 && !more() && at < buffer.length) throw malformed();
      continue;
    }
    while (buffer.length - at < 9 && more());
    const second = buffer.charCodeAt(at + 1);
    if (second === SLASH) close();
    else if (second === QUESTION) {
      const end = find("?>", 2);
      checkDeclaration(buffer.slice(at + 2, end), malformed);
      at = end + 2;
    } else if (second === EXCLAMATION) {
      if (buffer.startsWith("<!--", at)) at = find("-->", 4) + 3;
      else if (top && buffer.startsWith("<![CDATA[", at)) {
        const end = find("]]>", 9);
        put(buffer.slice(at + 9, end));
        at = end + 3;
      } else throw malformed("含有 DTD 或实体声明，不接收", "it has a DTD or declares entities, which is not accepted");
    } else if (!passBare()) {
      let end = attributes.read(buffer, at + 1);
      while (end < 0) {
        if (!more()) throw malformed("文件在中途结束", "it ends in the middle");
        end = attributes.read(buffer, at + 1);
      }
      at = end;
      open();
    }
  }
  if (top || !rooted) throw malformed("文件在中途结束", "it ends in the middle");
}

const [SLASH, QUESTION, EXCLAMATION] = [47, 63, 33];
const OUTERMOST: Scope = { known: new Map([["xml", "http://www.w3.org/XML/1998/namespace"]]), plainIsOwn: false };

/** What the declaration says of the encoding must be one that a workbook may have. */
function checkDeclaration(text: string, malformed: Malformed): void {
  if (!/^xml\s/.test(text)) return;
  const encoding = /\sencoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1];
  if (encoding !== undefined && !/^(utf-?8|utf-?16(le|be)?|us-ascii)$/i.test(encoding))
    throw malformed("编码不是 UTF-8 或 UTF-16", "its encoding is neither UTF-8 nor UTF-16");
}
