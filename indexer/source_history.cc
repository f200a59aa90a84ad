// source_history.cc - see source_history.h.
#include "indexer/source_history.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

#include "base/ascii.h"
#include "base/utf8.h"
#include "indexer/git.h"

namespace signpost {
namespace {

// Of a commit, each ending with a NUL of -z: its id, its time, the values of each trailer, and the first line
// of its message, with a separator that no line of text has.
constexpr char kField = '\x1F';
constexpr char kValue = '\x1E';
constexpr const char* kLogFormat =
    "--format=%H%x1f%ct%x1f"
    "%(trailers:key=Fixes-Feedback,valueonly=true,unfold=true,separator=%x1e)%x1f"
    "%(trailers:key=Wontfix-Feedback,valueonly=true,unfold=true,separator=%x1e)%x1f%s";
// The first part of `text` up to a separator, which is taken out of it.
std::string_view take_until(std::string_view& text, char separator) {
  const size_t end = std::min(text.find(separator), text.size());
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return part;
}

constexpr size_t kMaxItem = 21;  // bytes; no number of 63 bits has more

// "F-12" at the beginning; 0 for anything else.
size_t item_length(std::string_view text) {
  if (!text.starts_with("F-") && !text.starts_with("f-")) return 0;
  const auto end = std::find_if_not(text.begin() + 2, text.end(), is_digit);
  const auto length = static_cast<size_t>(end - text.begin());
  return length == 2 || length > kMaxItem || (length < text.size() && is_alnum(text[length])) ? 0 : length;
}

// Takes the items off the beginning of a trailer's value: "F-1, F-2 and why".
std::vector<std::string> take_items(std::string_view& value) {
  std::vector<std::string> items;
  for (;;) {
    std::string_view rest = value;
    while (!rest.empty() && (is_space(rest.front()) || (!items.empty() && rest.front() == ',')))
      rest.remove_prefix(1);
    const size_t length = item_length(rest);
    if (length == 0) return items;
    items.push_back("F-" + std::string(rest.substr(2, length - 2)));
    value = rest.substr(length);
  }
}

std::string why_of(std::string_view rest) {
  while (!rest.empty() &&
         (is_space(rest.front()) || std::string_view(":,-").find(rest.front()) != std::string_view::npos))
    rest.remove_prefix(1);
  std::string why(rest.substr(0, whole_characters(rest, kMaxVerdictWhy)));
  scrub_utf8(why);
  why.resize(whole_characters(why, kMaxVerdictWhy));  // what was no UTF-8 has become longer
  return why;
}

void add_verdicts(std::string_view values, const ComplaintVerdict& of_commit, SourceHistory& history) {
  while (!values.empty()) {
    std::string_view value = take_until(values, kValue);
    const std::vector<std::string> items = take_items(value);
    for (const std::string& item : items) {
      if (history.verdicts.size() == kMaxVerdicts) return;
      ComplaintVerdict verdict = of_commit;
      verdict.item = item;
      if (!verdict.fixed) verdict.why = why_of(value);
      history.verdicts.push_back(std::move(verdict));
    }
  }
}

std::optional<std::string> ask_for_log(const std::string& source, const std::string& commits) {
  return ask_git(
      source, {"log", "-z", "--no-show-signature", "--no-color",
               "--max-count=" + std::to_string(kCommitsRead), kLogFormat, "--end-of-options", commits, "--"});
}

}  // namespace

SourceHistory parse_history(std::string_view printed) {
  SourceHistory history;
  while (!printed.empty()) {
    std::string_view commit = take_until(printed, '\0');
    ComplaintVerdict verdict;
    verdict.revision = std::string(trimmed(take_until(commit, kField)));
    const std::string_view time = take_until(commit, kField);
    std::from_chars(time.data(), time.data() + time.size(), verdict.at);
    if (history.revision.empty()) history.revision = verdict.revision;
    const std::string_view fixed = take_until(commit, kField);
    const std::string_view not_fixed = take_until(commit, kField);
    verdict.why = why_of(trimmed(commit));
    add_verdicts(fixed, verdict, history);
    verdict.fixed = false;
    add_verdicts(trimmed(not_fixed), verdict, history);
  }
  return history;
}

std::vector<ComplaintVerdict> verdicts_since(const std::string& source, const std::string& ref) {
  const auto printed = ask_for_log(source, ref + "..HEAD");
  return printed ? parse_history(*printed).verdicts : std::vector<ComplaintVerdict>();
}

SourceHistory read_source_history(const std::string& source) {
  if (repository_root(source).empty()) return {};
  const auto printed = ask_for_log(source, "HEAD");
  return printed ? parse_history(*printed) : SourceHistory();
}

}  // namespace signpost
