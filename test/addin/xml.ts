/** XML as a tree, strictly: what is not well-formed throws. */
import sax from "sax";

export interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
}

export function parse(source: string): Node {
  const document: Node = { name: "", attributes: {}, children: [], text: "" };
  const open = [document];
  const inside = () => open.at(-1) ?? document;
  const parser = sax.parser(true, { trim: true });
  parser.onerror = (error) => {
    throw error;
  };
  parser.onopentag = ({ name, attributes }) => {
    const node: Node = { name, attributes: attributes as Record<string, string>, children: [], text: "" };
    inside().children.push(node);
    open.push(node);
  };
  parser.ontext = (text) => {
    inside().text += text;
  };
  parser.onclosetag = () => {
    open.pop();
  };
  parser.write(source).close();
  return document;
}

/** Everything below the node, in reading order; with a name, only what bears it. */
export function elements(node: Node, name?: string): Node[] {
  const all = node.children.flatMap((child) => [child, ...elements(child)]);
  return name === undefined ? all : all.filter((element) => element.name === name);
}
