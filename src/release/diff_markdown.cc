// diff_markdown.cc - the comment on a pull request. Titles and queries may be strangers' text.
// Tested by tests/unit/release/diff_report_test.cc.
#include "release/diff_markdown.h"

#include <algorithm>
#include <string_view>

#include "base/printable.h"
#include "base/utf8.h"

namespace signpost {
namespace {

constexpr size_t kMaxDocuments = 40;  // of each sort
constexpr size_t kMaxQueries = 25;
constexpr size_t kMaxTextBytes = 160;
constexpr size_t kMaxCommentBytes = 60'000;

// One line, not too long, nothing that can't be shown.
std::string shown(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  text = printable(text);
  if (text.size() <= kMaxTextBytes) return text;
  return text.substr(0, whole_characters(text, kMaxTextBytes)) + "…";
}

// Marks that mean nothing in the middle of a line.
bool is_harmless(char c) { return std::string_view(",-'/?()\"").find(c) != std::string_view::npos; }

// Every other mark escaped (CommonMark 2.4); the empty comment parts "@name" and "#12", which no escape does.
std::string plain(const std::string& text) {
  std::string out;
  for (const char c : shown(text)) {
    const bool mark =
        (c > ' ' && c < '0') || (c > '9' && c < 'A') || (c > 'Z' && c < 'a') || (c > 'z' && c < 0x7f);
    if (mark && !is_harmless(c)) out += '\\';
    out += c;
    if (c == '@' || c == '#') out += "<!-- -->";
  }
  return out;
}

// A code span, in which only the '|' of a table has to be escaped (GFM, "Tables").
std::string code(const std::string& text) {
  const std::string line = shown(text);
  size_t longest = 0;
  size_t run = 0;
  for (const char c : line) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(longest + 1, '`');
  std::string inner;
  for (const char c : line) inner += c == '|' ? "\\|" : std::string(1, c);
  return fence + (longest > 0 ? " " : "") + inner + (longest > 0 ? " " : "") + fence;
}

std::string more(size_t all, size_t listed) {
  return all > listed ? "\nand " + std::to_string(all - listed) + " more.\n" : "";
}

std::string rank(size_t rank) { return rank == 0 ? "–" : std::to_string(rank); }

class Comment {
 public:
  // What would make it too long is left out, and said to be.
  void add(const std::string& block) {
    if (text_.size() + block.size() <= kMaxCommentBytes) {
      text_ += block;
    } else if (!cut_) {
      text_ += "\nThe rest is too long for a comment.\n";
      cut_ = true;
    }
  }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
  bool cut_ = false;
};

void add_documents(const std::string& title, const std::vector<DocumentChange>& changes, Comment& comment) {
  if (changes.empty()) return;
  std::string block =
      "\n<details><summary>" + title + ": " + std::to_string(changes.size()) + "</summary>\n\n";
  const size_t listed = std::min(changes.size(), kMaxDocuments);
  for (size_t i = 0; i < listed; ++i) {
    block += "- " + plain(changes[i].title) + " " + code(changes[i].url);
    for (size_t part = 0; part < changes[i].parts.size(); ++part) {
      block += (part == 0 ? ": " : ", ") + changes[i].parts[part];
    }
    block += "\n";
  }
  comment.add(block + more(changes.size(), listed) + "\n</details>\n");
}

void add_lost(const std::vector<std::string>& urls, Comment& comment) {
  if (urls.empty()) return;
  std::string block =
      "\n**Nothing answers these addresses any more.** Add an alias or a redirect, unless that is meant.\n\n";
  const size_t listed = std::min(urls.size(), kMaxDocuments);
  for (size_t i = 0; i < listed; ++i) block += "- " + code(urls[i]) + "\n";
  comment.add(block + more(urls.size(), listed));
}

void add_taken(const std::vector<TakenUrl>& urls, Comment& comment) {
  if (urls.empty()) return;
  std::string block =
      "\n**These addresses show another article now**, though the one that they showed is still there. "
      "Whoever "
      "has a link lands on the wrong page: give the new article another `id`, unless that is meant.\n\n";
  const size_t listed = std::min(urls.size(), kMaxDocuments);
  for (size_t i = 0; i < listed; ++i) {
    block += "- " + code(urls[i].url) + ": " + plain(urls[i].title) + "; " + plain(urls[i].former_title) +
             " is at " + code(urls[i].former_url) + "\n";
  }
  comment.add(block + more(urls.size(), listed));
}

std::string bold_origin(const QueryChange& change) {
  if (change.line == 0)
    return "recorded " + std::to_string(change.count) + (change.count == 1 ? " time" : " times");
  const std::string golden = "golden, line " + std::to_string(change.line);
  if (change.passes_now) return golden + (change.passed_before ? "" : ", passes now");
  return change.passed_before ? "**" + golden + ", fails now**" : golden + ", fails as before";
}

std::string query_block(const QueryChange& change) {
  std::string block = "\n" + code(change.text) + (change.lang.empty() ? "" : " in " + plain(change.lang)) +
                      " (" + bold_origin(change) + ")\n\n| old | new | document |\n| --: | --: | --- |\n";
  for (const MovedDocument& row : change.rows) {
    const std::string note = meaning_note(row);
    block += "| " + rank(row.old_rank) + " | " + rank(row.new_rank) + " | " + plain(row.title) + " " +
             code(row.lang + "/" + row.id) + (note.empty() ? "" : ", " + note) + " |\n";
  }
  return block;
}

void add_queries(const QueryDiff& queries, Comment& comment) {
  if (queries.golden + queries.recorded == 0) return;
  std::string head = "\n**Search:** ";
  if (queries.changed.empty()) {
    head +=
        "the first results of all " + std::to_string(queries.golden + queries.recorded) + " queries stay.\n";
    return comment.add(head);
  }
  head += "the first results of " + std::to_string(queries.changed.size()) + " of " +
          std::to_string(queries.golden + queries.recorded) + " queries change";
  if (queries.golden_broken > 0) {
    head += "; **" + std::to_string(queries.golden_broken) +
            (queries.golden_broken == 1 ? " golden query fails now**" : " golden queries fail now**");
  }
  comment.add(head + ".\n");
  const size_t listed = std::min(queries.changed.size(), kMaxQueries);
  for (size_t i = 0; i < listed; ++i) comment.add(query_block(queries.changed[i]));
  comment.add(more(queries.changed.size(), listed));
}

}  // namespace

std::string to_markdown(const DiffReport& report) {
  const DocumentDiff& documents = report.documents;
  Comment comment;
  comment.add(std::string(kCommentMarker) + "\n### Help centre: " + std::to_string(documents.added.size()) +
              " added, " + std::to_string(documents.changed.size()) + " changed, " +
              std::to_string(documents.removed.size()) + " removed\n\n" +
              std::to_string(documents.old_count) + " documents before, " +
              std::to_string(documents.new_count) + " now.\n");
  add_documents("Added", documents.added, comment);
  add_documents("Changed", documents.changed, comment);
  add_documents("Removed", documents.removed, comment);
  add_lost(documents.lost_urls, comment);
  add_taken(documents.taken_urls, comment);
  add_queries(report.queries, comment);
  return comment.take();
}

}  // namespace signpost
