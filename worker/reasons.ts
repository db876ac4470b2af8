/**
 * Every reason the API can refuse for, once: the machine-readable name that never changes, the HTTP status,
 * and what a person is told. What is wrong with one particular body is added by `errors` (problem.ts).
 */
import { STEP_REFUSALS } from "../shared/statement/versions.ts";

interface Reason {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 412 | 413 | 415 | 422 | 500 | 503;
  readonly title: string;
  readonly zh: string;
  readonly en: string;
}

const reason = (status: Reason["status"], title: string, zh: string, en: string): Reason => ({ status, title, zh, en });

/** A step in the life of a statement, in the words of the core. */
const step = (status: Reason["status"], title: string, name: keyof typeof STEP_REFUSALS): Reason =>
  reason(status, title, STEP_REFUSALS[name].zh, STEP_REFUSALS[name].en);

export const reasons = {
  "json-malformed": reason(400, "Malformed JSON", "请求正文不是有效的 JSON(UTF-8)。", "The body is not valid JSON in UTF-8."),
  "idempotency-key-missing": reason(
    400,
    "Idempotency-Key missing",
    "请在请求头 Idempotency-Key 中给出本次填报的唯一编号；重试时用同一个编号。",
    "Give this submission a key of its own in the header Idempotency-Key, and use the same key when you try again.",
  ),
  "idempotency-key-invalid": reason(
    400,
    "Idempotency-Key invalid",
    "Idempotency-Key 应为 1 到 255 个可见 ASCII 字符。",
    "An Idempotency-Key is 1 to 255 visible ASCII characters.",
  ),

  "token-missing": reason(
    401,
    "Token missing",
    "请在请求头 Authorization 中给出令牌。",
    "Give your token in the header Authorization: Bearer.",
  ),
  "token-invalid": reason(
    401,
    "Token invalid",
    "令牌无效、已过期或已停用，请向区县教育局索取新令牌。",
    "The token is unknown, expired or revoked; ask the bureau for a new one.",
  ),

  "role-forbidden": reason(403, "Role not allowed", "这个令牌的角色不能做这件事。", "The role of this token may not do this."),
  "region-foreign": reason(403, "Another region", "这个令牌属于另一个区划。", "This token belongs to another region."),
  "school-foreign": reason(403, "Another school", "学校令牌只能处理本校的填报。", "A school's token reaches its own school only."),

  "party-foreign": reason(
    403,
    "Another party",
    "只能由这一方的单位签字：甲方为教育局的由教育局签，学校的由学校签。",
    "A party signs for itself: the bureau where it is the bureau, the school where it is the school.",
  ),

  "route-unknown": reason(404, "No such address", "没有这个地址。", "There is nothing at this address."),
  "region-unknown": reason(404, "No such region", "没有登记这个区划。", "This region is not registered."),
  "school-unknown": reason(
    404,
    "No such school",
    "本区划没有登记这所学校，请先登记。",
    "This school is not registered in the region; register it first.",
  ),
  "collection-unknown": reason(404, "No such collection", "本区划没有这个采集。", "The region has no such collection."),
  "submission-unknown": reason(
    404,
    "Nothing submitted",
    "这所学校在这个采集中没有填报。",
    "This school has nothing submitted in this collection.",
  ),
  "statement-unknown": reason(404, "No such statement", "没有这份责任书。", "There is no such statement."),
  "token-unknown": reason(404, "No such token", "没有这个令牌。", "There is no such token."),
  "indicator-unknown": reason(404, "No such indicator", "指标目录中没有这个指标。", "The catalogue has no such indicator."),

  "method-not-allowed": reason(405, "Method not allowed", "这个地址不接受这种请求方法。", "This address does not take this method."),

  "idempotency-key-reused": reason(
    409,
    "Idempotency-Key used before",
    "这个 Idempotency-Key 已用于另一份内容。新的填报请用新的编号。",
    "This Idempotency-Key was used for something else; a new submission needs a new key.",
  ),
  "if-match-invalid": reason(
    400,
    "Bad If-Match",
    'If-Match 要写版次，例如 "3"。',
    'If-Match is the number of a revision, for example "3".',
  ),
  "revision-moved": reason(
    412,
    "Another revision stands",
    "读取之后，别处又填报了新的一版。请再提交一次：会以新的一版为基础，不会丢失。",
    "Somebody has submitted since this was read. Submit again: it will build on theirs and lose nothing.",
  ),
  "collection-not-open": reason(409, "Not open yet", "采集尚未开始。", "The collection has not opened yet."),
  "collection-closed": reason(409, "Closed", "采集已经截止。", "The collection is closed."),
  "collection-in-use": reason(
    409,
    "Submissions exist",
    "已有学校填报，报表、满分、分数格、前测和已填报的试卷不能再改；及格线等可以改。",
    "Schools have submitted: the form, full marks, grids, earlier exams and their papers can no longer change. Lines can.",
  ),
  "joint-in-use": reason(
    409,
    "All-subject counts exist",
    "已有学校按原来的试卷和及格线填报全科合格人数，这个年级的试卷和及格线不能再改；请另建采集，或先请学校撤回。",
    "Schools have counted who passes in every subject at these papers and pass lines: set up another collection, or have them withdrawn.",
  ),
  "stage-in-use": reason(
    409,
    "Submissions exist",
    "这所学校在该学段已有填报，不能去掉这个学段。",
    "The school has submitted for this stage; it cannot be taken off.",
  ),

  "statement-signed": step(409, "Signed", "statement-signed"),
  "statement-unsigned": step(409, "Not signed yet", "statement-unsigned"),
  "statement-signed-already": step(409, "Signed already", "statement-signed-already"),
  "statement-moved": step(412, "The statement has changed", "statement-moved"),

  "body-too-large": reason(413, "Body too large", "请求正文太大。", "The body is too large."),
  "content-type-unsupported": reason(
    415,
    "Not JSON",
    "请用 Content-Type: application/json 发送。",
    "Send it as Content-Type: application/json.",
  ),

  "path-invalid": reason(422, "Invalid address", "地址中的代码不合规定。", "A code in the address is not of the form it must have."),
  "body-invalid": reason(
    422,
    "Invalid body",
    "请求内容不合规定的形状；未列出的字段一律拒收。",
    "The body does not have the shape it must have; unknown keys are refused.",
  ),
  "expiry-past": reason(422, "Already expired", "令牌的有效期已经过去。", "The token would already have expired."),
  "school-twice": reason(422, "School named twice", "同一所学校出现两次。", "A school is named twice."),
  "collection-invalid": reason(422, "Invalid collection", "采集的设置有误。", "The collection is not set up right."),
  "release-unknown": reason(404, "No such release", "指标定义没有这个版本。", "The definitions have no such release."),
  "query-invalid": reason(400, "Query invalid", "网址问号后的参数有误。", "The parameters behind the question mark are wrong."),
  "choices-invalid": reason(422, "Choices refused", "所选口径有误，全部未保存。", "Some choices are wrong; none was stored."),
  "inputs-invalid": reason(422, "Inputs refused", "输入有误，无法计算。", "The inputs cannot be computed with."),
  "targets-invalid": reason(422, "Invalid targets", "目标的设置有误。", "The targets are not set up right."),
  "statement-invalid": reason(
    422,
    "Invalid statement",
    "责任书有误，请按所列各处修改。",
    "The statement has errors; correct it at the places named.",
  ),
  "definitions-unknown": reason(
    422,
    "Unknown definitions",
    "填报依据的指标定义版本不是现行版本，请更新后重新生成。",
    "The submission was made by a version of the definitions that is not that of the collection; take the definitions the collection names and make it again.",
  ),
  "submission-invalid": reason(
    422,
    "Invalid submission",
    "填报内容有误，请按所列各处修改。",
    "The submission has errors; correct it at the places named.",
  ),

  internal: reason(
    500,
    "Internal error",
    "服务器内部错误，请稍后用同一编号重试。",
    "Something went wrong inside; try again later with the same key.",
  ),
  "try-again": reason(503, "Busy", "服务器正忙，请稍后用同一编号重试。", "The server is busy; try again shortly with the same key."),
} as const satisfies Record<string, Reason>;

export type ReasonName = keyof typeof reasons;
