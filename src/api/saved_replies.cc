// saved_replies.cc - see saved_replies.h.
#include "api/saved_replies.h"

#include <algorithm>
#include <utility>

#include "base/ascii.h"
#include "index/unicode_fold.h"

namespace signpost {
namespace {

constexpr size_t kMostWords = 16;

std::string folded(std::string_view text) { return strip_accents(fold_case(text)); }

std::vector<std::string> folded_words(std::string_view text) {
  std::vector<std::string> words;
  const std::string all = folded(text);
  for (std::string_view rest = all; words.size() < kMostWords;) {
    rest = trimmed(rest);
    if (rest.empty()) break;
    const auto end = std::find_if(rest.begin(), rest.end(), is_space);
    words.emplace_back(rest.begin(), end);
    rest.remove_prefix(words.back().size());
  }
  return words;
}

// Where a word of letters with cases begins; Chinese, Japanese and Korean have it anywhere.
bool has_beginning(std::string_view text, std::string_view word) {
  for (size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    if (at == 0 || !is_alnum(text[at - 1]) || !is_ascii(word)) return true;
  }
  return false;
}

}  // namespace

SavedReplies::SavedReplies(std::vector<SavedReply> replies) {
  entries_.reserve(replies.size());
  for (SavedReply& reply : replies) {
    std::string title = folded(reply.title);
    std::string text = folded(reply.text);
    entries_.push_back({std::move(reply), std::move(title), std::move(text)});
  }
}

std::vector<SavedReply> SavedReplies::find(std::string_view text, std::string_view lang, size_t most) const {
  const std::vector<std::string> words = folded_words(text);
  std::vector<std::pair<size_t, const Entry*>> found;
  for (const Entry& entry : entries_) {
    size_t score = entry.reply.lang == lang ? 1 : 0;
    const bool has_all =
        !words.empty() && std::all_of(words.begin(), words.end(), [&](const std::string& word) {
          const bool in_title = has_beginning(entry.title, word);
          score += in_title ? 10 : 0;
          return in_title || has_beginning(entry.text, word);
        });
    if (has_all) found.emplace_back(score, &entry);
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<SavedReply> best;
  for (const auto& [score, entry] : found) {
    const bool is_known = std::any_of(best.begin(), best.end(), [&entry = entry](const SavedReply& one) {
      return one.id == entry->reply.id;
    });
    if (is_known) continue;
    if (best.size() == most) break;
    best.push_back(*reply(entry->reply.id, lang));
  }
  return best;
}

std::optional<SavedReply> SavedReplies::reply(std::string_view id, std::string_view lang) const {
  const Entry* any = nullptr;
  for (const Entry& entry : entries_) {
    if (entry.reply.id != id) continue;
    if (entry.reply.lang == lang) return entry.reply;
    any = any == nullptr ? &entry : any;
  }
  return any == nullptr ? std::nullopt : std::optional(any->reply);
}

}  // namespace signpost
