// visibility.cc - tables of words, then one reading of a value for each kind of key.
// Tested by tests/unit/content/visibility_test.cc.
#include "content/visibility.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/ascii.h"
#include "base/dates.h"
#include "base/utf8.h"
#include "content/yaml_entries.h"

namespace signpost {
namespace {

using Verdict = Visibility::Verdict;
using Shape = HeadEntry::Shape;

// How a key says it. The words of a status or an audience are anybody's, so one that we don't know says
// nothing; whoever writes `visibility` means to say something.
enum class VisibilityKind : uint8_t {
  internal_if_true,
  shut_if_true,
  shut_if_false,
  level,
  status,
  from,
  day,
  until,
  build
};

struct VisibilityKey {
  std::string_view key;  // as squashed() has it
  VisibilityKind kind;
};

constexpr auto kInternalIfTrue = VisibilityKind::internal_if_true;
constexpr auto kShutIfTrue = VisibilityKind::shut_if_true;
constexpr auto kShutIfFalse = VisibilityKind::shut_if_false;
constexpr auto kLevel = VisibilityKind::level;
constexpr auto kStatus = VisibilityKind::status;
constexpr auto kFrom = VisibilityKind::from;
constexpr auto kUntil = VisibilityKind::until;

constexpr VisibilityKey kVisibilityKeys[] = {
    {"draft", kShutIfTrue},
    {"isdraft", kShutIfTrue},
    {"private", kShutIfTrue},
    {"isprivate", kShutIfTrue},
    {"hidden", kShutIfTrue},
    {"ishidden", kShutIfTrue},
    {"unlisted", kShutIfTrue},
    {"isunlisted", kShutIfTrue},
    {"internal", kInternalIfTrue},
    {"isinternal", kInternalIfTrue},
    {"internalonly", kInternalIfTrue},
    {"exclude", kShutIfTrue},
    {"excluded", kShutIfTrue},
    {"archived", kShutIfTrue},
    {"isarchived", kShutIfTrue},
    {"headless", kShutIfTrue},
    {"unpublished", kShutIfTrue},
    {"confidential", kShutIfTrue},
    {"restricted", kShutIfTrue},
    {"staffonly", kInternalIfTrue},
    {"membersonly", kShutIfTrue},
    {"loginrequired", kShutIfTrue},
    {"requireslogin", kShutIfTrue},
    {"trashed", kShutIfTrue},
    {"deleted", kShutIfTrue},
    {"wip", kShutIfTrue},
    {"eleventyexcludefromcollections", kShutIfTrue},
    {"published", kShutIfFalse},
    {"ispublished", kShutIfFalse},
    {"publish", kShutIfFalse},
    {"public", kShutIfFalse},
    {"ispublic", kShutIfFalse},
    {"visible", kShutIfFalse},
    {"isvisible", kShutIfFalse},
    {"listed", kShutIfFalse},
    {"islisted", kShutIfFalse},
    {"enabled", kShutIfFalse},
    {"active", kShutIfFalse},
    {"visibility", kLevel},
    {"access", kLevel},
    {"accesslevel", kLevel},
    {"publishstatus", kLevel},
    {"publishedstatus", kLevel},
    {"publicationstatus", kLevel},
    {"publishingstatus", kLevel},
    {"classification", kLevel},
    {"confidentiality", kLevel},
    {"status", kStatus},
    {"state", kStatus},
    {"stage", kStatus},
    {"articlestatus", kStatus},
    {"contentstatus", kStatus},
    {"docstatus", kStatus},
    {"pagestatus", kStatus},
    {"workflow", kStatus},
    {"workflowstate", kStatus},
    {"audience", kStatus},
    {"audiences", kStatus},
    {"publishdate", kFrom},
    {"publishat", kFrom},
    {"publishon", kFrom},
    {"publishedat", kFrom},
    {"publishedon", kFrom},
    {"publisheddate", kFrom},
    {"publicationdate", kFrom},
    {"pubdate", kFrom},
    {"scheduled", kFrom},
    {"scheduledat", kFrom},
    {"scheduledfor", kFrom},
    {"golive", kFrom},
    {"embargo", kFrom},
    {"embargountil", kFrom},
    {"date", VisibilityKind::day},
    {"expirydate", kUntil},
    {"expirationdate", kUntil},
    {"expiredate", kUntil},
    {"expires", kUntil},
    {"expiresat", kUntil},
    {"expireson", kUntil},
    {"expiry", kUntil},
    {"unpublishdate", kUntil},
    {"unpublishat", kUntil},
    {"unpublishon", kUntil},
    {"build", VisibilityKind::build},
};

// Squashed, too; and what Korean, Japanese and Chinese authors write.
constexpr std::string_view kInternalWords[] = {
    "internal",      "internalonly", "internaluse", "internaluseonly",
    "staff",         "staffonly",    "employee",    "employees",
    "employeesonly", "teamonly",     "내부",        "내부용",
    "사내",          "社内",         "社内限定",    "内部"};
constexpr std::string_view kShutWords[] = {
    "draft",          "drafts",      "private",      "hidden",         "unlisted",    "unpublished",
    "notpublished",   "archive",     "archived",     "pending",        "review",      "pendingreview",
    "inreview",       "needsreview", "underreview",  "readyforreview", "forreview",   "wip",
    "workinprogress", "inprogress",  "todo",         "trash",          "trashed",     "deleted",
    "scheduled",      "secret",      "confidential", "restricted",     "membersonly", "loggedin",
    "authenticated",  "signedin",    "onlyme",       "nobody",         "embargo",     "embargoed",
    "비공개",         "초안",        "임시",         "임시저장",       "숨김",        "작성중",
    "검토중",         "보관",        "非公開",       "下書き",         "下書",        "限定公開",
    "執筆中",         "レビュー中",  "草稿",         "私有",           "隐藏",        "不公开",
    "未发布",         "社外秘"};
constexpr std::string_view kOpenWords[] = {
    "published", "publish",  "public",    "live",      "active",    "final",   "released", "approved",
    "done",      "complete", "completed", "everyone",  "everybody", "all",     "anyone",   "anybody",
    "world",     "external", "customer",  "customers", "users",     "visible", "listed",   "open",
    "shown",     "current",  "stable",    "always",    "공개",      "게시",    "게시됨",   "발행",
    "公開",      "公開中",   "公開済み",  "公开",      "已发布"};

// Lower case without what people put between words: "publish_date", "publishDate" and "Publish date" are one.
std::string squashed(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != '-' && c != '_' && !is_space(c)) out += lower(c);
  }
  return out;
}

template <typename Words>
bool has_word(const Words& words, std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

std::optional<bool> truth_of(std::string_view word) {
  if (is_one_of(word, {"true", "yes", "on", "1", "y"})) return true;
  if (is_one_of(word, {"false", "no", "off", "0", "n"})) return false;
  return std::nullopt;
}

const VisibilityKey* find_key(std::string_view key) {
  if (key.starts_with('-')) return nullptr;  // an item of a list
  const std::string word = squashed(key);
  const auto found = std::find_if(std::begin(kVisibilityKeys), std::end(kVisibilityKeys),
                                  [&](const VisibilityKey& row) { return row.key == word; });
  return found == std::end(kVisibilityKeys) ? nullptr : found;
}

// What one word says; nullopt when we don't know it.
std::optional<Verdict> verdict_of_word(std::string_view text) {
  const std::string word = squashed(text);
  if (has_word(kShutWords, word)) return Verdict::shut;
  if (has_word(kInternalWords, word)) return Verdict::internal;
  if (has_word(kOpenWords, word)) return Verdict::open;
  return std::nullopt;
}

class EntryReader {
 public:
  EntryReader(const HeadEntry& entry, Visibility& visibility) : entry_(entry), visibility_(visibility) {}

  bool read() {
    const VisibilityKey* row = find_key(entry_.key);
    if (row == nullptr) return false;
    if (entry_.shape == Shape::null) return true;
    switch (row->kind) {
      case VisibilityKind::internal_if_true:
        return read_flag(true, Verdict::internal);
      case VisibilityKind::shut_if_true:
        return read_flag(true, Verdict::shut);
      case VisibilityKind::shut_if_false:
        return read_flag(false, Verdict::shut);
      case VisibilityKind::level:
        return read_words(Verdict::unclear);
      case VisibilityKind::status:
        return read_words(Verdict::open);
      case VisibilityKind::from:
        return read_time(visibility_.from, visibility_.from_key, Verdict::unclear);
      case VisibilityKind::day:
        read_time(visibility_.from, visibility_.from_key, Verdict::open);
        return false;  // it has a meaning of its own
      case VisibilityKind::until:
        return read_time(visibility_.until, visibility_.until_key, Verdict::unclear);
      case VisibilityKind::build:
        return read_build();
    }
    return false;
  }

 private:
  bool say(Verdict verdict, std::string_view value) {
    if (verdict > visibility_.verdict) {
      visibility_.verdict = verdict;
      visibility_.key = entry_.key;
      visibility_.value = std::string(value.substr(0, whole_characters(value, 60)));
      scrub_utf8(visibility_.key);
      scrub_utf8(visibility_.value);
    }
    return verdict != Verdict::unclear;
  }

  bool read_flag(bool shut_if, Verdict shut) {
    const std::string word = squashed(entry_.scalar);
    if (entry_.shape != Shape::scalar) return say(Verdict::unclear, entry_.raw);
    if (const auto truth = truth_of(word)) {
      return say(*truth == shut_if ? shut : Verdict::open, entry_.scalar);
    }
    if (const auto verdict = verdict_of_word(word)) return say(*verdict, entry_.scalar);
    if (!shut_if && parse_moment(entry_.scalar))
      return read_time(visibility_.from, visibility_.from_key, Verdict::unclear);
    return say(Verdict::unclear, entry_.scalar);
  }

  // A list is open to all that it names, so one open word among them is enough.
  bool read_words(Verdict otherwise) {
    std::vector<std::string> words = entry_.items;
    if (entry_.shape == Shape::scalar) words.push_back(entry_.scalar);
    Verdict most = Verdict::open;
    bool known = false;
    for (const std::string& word : words) {
      const auto truth = truth_of(squashed(word));
      const auto verdict = truth && otherwise == Verdict::unclear
                               ? std::optional(*truth ? Verdict::open : Verdict::shut)
                               : verdict_of_word(word);
      if (verdict == Verdict::open) return true;
      most = std::max(most, verdict.value_or(Verdict::open));
      known = known || verdict;
    }
    const std::string_view value = entry_.shape == Shape::scalar ? entry_.scalar : entry_.raw;
    if (most != Verdict::open) return say(most, value);
    say(otherwise, value);
    return known;
  }

  // The latest beginning and the earliest end count.
  bool read_time(int64_t& out, std::string& key, Verdict otherwise) {
    const std::string word = squashed(entry_.scalar);
    if (entry_.shape == Shape::scalar && is_one_of(word, {"", "false", "never", "none", "null"})) return true;
    const auto time = entry_.shape == Shape::scalar ? parse_moment(entry_.scalar) : std::nullopt;
    if (!time) return say(otherwise, entry_.shape == Shape::scalar ? entry_.scalar : entry_.raw);
    if (&out == &visibility_.from ? *time > out : *time < out) {
      out = *time;
      key = entry_.key;
    }
    return true;
  }

  // Hugo's: {render: always|link|never, list: always|local|never}, where true and false are words, too.
  bool read_build() {
    if (entry_.shape != Shape::other || entry_.members.empty()) return false;
    for (const auto& [name, value] : entry_.members) {
      const std::string member = lower_case(name);
      const std::string word = lower_case(value);
      if (member != "render" && member != "list") continue;
      if (word == "always" || word == "true") continue;
      const bool known = is_one_of(word, {"never", "false", "link", "local"});
      say(known ? Verdict::shut : Verdict::unclear, member + ": " + value);
    }
    return true;
  }

  const HeadEntry& entry_;
  Visibility& visibility_;
};

// The words before the line's ':' or '=', without quotes.
std::string_view word_before_separator(std::string_view line) {
  line = trimmed(line.substr(0, std::min(line.find_first_of(":="), line.size())));
  while (!line.empty() && (line.front() == '"' || line.front() == '\'')) line.remove_prefix(1);
  while (!line.empty() && (line.back() == '"' || line.back() == '\'')) line.remove_suffix(1);
  return line;
}

enum class DoubtedLines : uint8_t { outer, all };  // those that are not indented; every one

// Makes it unclear where a line begins with one of the keys, and nobody could read it: "draft:true" is no
// key.
void doubt_lines(std::string_view text, DoubtedLines which, const HeadEntries& entries,
                 Visibility& visibility) {
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string_view whole = text.substr(0, end);
    const std::string_view line = trimmed(whole);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.find_first_of(":=") == std::string_view::npos) continue;
    if (which == DoubtedLines::outer && is_space(whole[0])) continue;
    const std::string_view key = word_before_separator(line);
    const VisibilityKey* row = find_key(key);
    if (row == nullptr || row->kind == VisibilityKind::day || row->kind == VisibilityKind::build) continue;
    const bool was_read = std::any_of(entries.entries.begin(), entries.entries.end(),
                                      [&](const HeadEntry& entry) { return entry.key == key; });
    if (was_read || visibility.verdict != Verdict::open) continue;
    visibility.verdict = Verdict::unclear;
    visibility.key = std::string(key);
    visibility.value = std::string(trimmed(line.substr(line.find_first_of(":=") + 1)).substr(0, 60));
    visibility.value.resize(whole_characters(visibility.value, visibility.value.size()));
    scrub_utf8(visibility.key);
    scrub_utf8(visibility.value);
  }
}

constexpr size_t kMostBareHead = 2000;  // bytes

// Some tools take lines of "Key: value" for front matter that stand there without any fence.
void doubt_bare_head(std::string_view body, Visibility& visibility) {
  const std::string_view head = body.substr(0, std::min({body.find("\n\n"), body.size(), kMostBareHead}));
  for (std::string_view rest = head; !rest.empty();) {
    const size_t end = std::min(rest.find('\n'), rest.size());
    const size_t colon = rest.substr(0, end).find(':');
    if (colon == std::string_view::npos || colon == 0 || rest.find(' ') < colon) return;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  for (const HeadEntry& entry : read_yaml_entries(head).entries) add_visibility(entry, visibility);
  if (visibility.verdict != Verdict::open) visibility.verdict = Verdict::unclear;
}

std::string with_value(const Visibility& visibility) {
  return "'" + visibility.key + ": " + visibility.value + "'";
}

}  // namespace

bool is_visibility_key(std::string_view key) { return find_key(key) != nullptr; }

bool add_visibility(const HeadEntry& entry, Visibility& visibility) {
  return EntryReader(entry, visibility).read();
}

Visibility read_visibility(const SplitSource& source, const HeadEntries& entries) {
  Visibility visibility;
  for (const HeadEntry& entry : entries.entries) add_visibility(entry, visibility);
  if (!source.has_front_matter) {
    doubt_bare_head(source.body, visibility);
    return visibility;
  }
  const bool yaml = source.format == HeadFormat::yaml;
  if (yaml || !entries.error.empty()) {
    const auto which = entries.error.empty() ? DoubtedLines::outer : DoubtedLines::all;
    doubt_lines(source.head, which, entries, visibility);
  }
  if (source.unclosed)
    doubt_lines(source.body.substr(0, kMostBareHead), DoubtedLines::all, entries, visibility);
  // Of a head in these languages a mistake costs all that it says.
  if (!entries.error.empty() && !yaml && visibility.verdict == Verdict::open)
    visibility.verdict = Verdict::unclear;
  return visibility;
}

Judgement judge(const Visibility& visibility, int64_t now) {
  if (visibility.verdict == Verdict::shut) {
    const bool draft = visibility.key == "draft";
    return {Verdict::shut, visibility.key, draft ? "is a draft" : "says " + with_value(visibility)};
  }
  if (visibility.verdict == Verdict::unclear) {
    const std::string what =
        visibility.key.empty() ? "its front matter can't be read" : with_value(visibility);
    return {Verdict::unclear, visibility.key, "may not be meant for readers: " + what};
  }
  if (now < visibility.from) {
    return {Verdict::shut, visibility.from_key,
            "is not to be published before " + format_time(visibility.from)};
  }
  if (now >= visibility.until) {
    return {Verdict::shut, visibility.until_key,
            "was to be published only until " + format_time(visibility.until)};
  }
  if (visibility.verdict == Verdict::internal)
    return {Verdict::internal, visibility.key, "says " + with_value(visibility)};
  return {};
}

}  // namespace signpost
