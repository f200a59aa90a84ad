// redirects.cc - line by line, then what only shows when all lines are known.
#include "content/redirects.h"

#include <algorithm>
#include <optional>

#include "base/percent.h"
#include "base/utf8.h"
#include "content/ids.h"
#include "content/url_policy.h"

namespace signpost {
namespace {

constexpr char kRule[] = "redirect";
// From one old address to the next; each line is followed by itself, so a long way would cost its square.
constexpr size_t kMaxSteps = 20;

std::vector<std::string_view> split_words(std::string_view line) {
  std::vector<std::string_view> words;
  constexpr std::string_view kBlank = " \t\r";
  for (size_t at = line.find_first_not_of(kBlank); at < line.size();
       at = line.find_first_not_of(kBlank, at)) {
    if (line[at] == '#') break;
    const size_t end = std::min(line.find_first_of(kBlank, at), line.size());
    words.push_back(line.substr(at, end - at));
    at = end;
  }
  return words;
}

// Text that may stand in a Location header and means one thing to every browser.
bool is_plain_path(std::string_view path) {
  return path.starts_with('/') && !path.starts_with("//") && path.find('\\') == std::string_view::npos &&
         first_invalid_utf8(path) == std::string_view::npos &&
         std::none_of(path.begin(), path.end(),
                      [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

std::string_view without_host(std::string_view url) {
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (url.starts_with(scheme)) return url.substr(std::min(url.find('/', scheme.size()), url.size()));
  }
  return url;
}

class Parser {
 public:
  Parser(const std::string& path, std::vector<Diagnostic>& diagnostics)
      : path_(path), diagnostics_(diagnostics) {}

  void read_line(std::string_view line, int number) {
    const std::vector<std::string_view> words = split_words(line);
    if (words.empty()) return;
    if (words.size() < 2) return error(number, "a redirect is an old path, a space and where it leads now");
    if (words.size() > 3 || (words.size() == 3 && words[2] != "301")) {
      return error(number, "'" + std::string(words[2]) + "': only 301 can stand behind the two addresses");
    }
    const std::optional<std::string> from = read_from(words[0], number);
    const std::optional<std::string> to = from ? read_to(words[1], number) : std::nullopt;
    if (to) redirects_.push_back({*from, *to, number});
  }

  std::vector<Redirect> finish() {
    std::stable_sort(redirects_.begin(), redirects_.end(),
                     [](const Redirect& a, const Redirect& b) { return a.from < b.from; });
    drop_repeated();
    std::vector<Redirect> kept;
    for (const Redirect& redirect : redirects_) {
      if (auto end = follow(redirect)) kept.push_back({redirect.from, std::move(*end), redirect.line});
    }
    return kept;
  }

 private:
  void report(Severity severity, int line, const std::string& message) {
    diagnostics_.push_back({severity, path_, line, 0, kRule, message});
  }
  void error(int line, const std::string& message) { report(Severity::error, line, message); }

  std::optional<std::string> read_from(std::string_view word, int line) {
    const std::string_view old = without_host(word);
    const std::string quoted = "'" + std::string(word) + "'";
    if (old.find('*') != std::string_view::npos || old.find("/:") != std::string_view::npos) {
      error(line, quoted + " is a pattern; list each old address");
    } else if (old.find_first_of("?#") != std::string_view::npos) {
      error(line,
            quoted + ": old addresses are told apart by their path only, so it can't have a '?' or '#'");
    } else {
      std::string from(without_last_slash(percent_decode(old)));
      if (from.size() > 1 && is_plain_path(from)) return from;
      error(line, quoted + " is not a URL path; an old address starts with '/'");
    }
    return std::nullopt;
  }

  std::optional<std::string> read_to(std::string_view word, int line) {
    const size_t hash = std::min(word.find('#'), word.size());
    const std::string anchor = percent_decode(word.substr(std::min(hash + 1, word.size())));
    const std::string fragment = anchor.empty() ? "" : "#" + encode_path(anchor);
    const std::string_view target = word.substr(0, hash);
    const size_t question = std::min(target.find('?'), target.size());
    const std::string path = percent_decode(target.substr(0, question));
    if (is_plain_path(path) && is_plain_path("/" + std::string(target.substr(question)))) {
      return encode_path(path) + encoded_query(target.substr(question)) + fragment;
    }
    if (is_valid_id(target)) return std::string(target) + fragment;
    error(line, "'" + std::string(word) + "' is neither a path of this site nor an id");
    return std::nullopt;
  }

  // Kept as it is written, but for what no URL may have.
  static std::string encoded_query(std::string_view query) {
    std::string encoded;
    for (const char c : query) {
      const bool plain = c > 0x20 && c < 0x7f && c != '"' && c != '<' && c != '>';
      encoded += plain ? std::string(1, c) : encode_path(std::string(1, c));
    }
    return encoded;
  }

  void drop_repeated() {
    std::vector<Redirect> kept;
    for (Redirect& redirect : redirects_) {
      if (!kept.empty() && kept.back().from == redirect.from) {
        report(Severity::warning, redirect.line,
               "'" + redirect.from + "' leads to " + kept.back().to + " already (line " +
                   std::to_string(kept.back().line) + ")");
      } else {
        kept.push_back(std::move(redirect));
      }
    }
    redirects_ = std::move(kept);
  }

  const Redirect* at(std::string_view from) const {
    const auto found = std::lower_bound(
        redirects_.begin(), redirects_.end(), from,
        [](const Redirect& redirect, std::string_view path) { return redirect.from < path; });
    return found != redirects_.end() && found->from == from ? &*found : nullptr;
  }

  const Redirect* after(const Redirect& redirect) const {
    if (redirect.to[0] != '/') return nullptr;
    const size_t end = std::min(redirect.to.find_first_of("?#"), redirect.to.size());
    return at(without_last_slash(percent_decode(std::string_view(redirect.to).substr(0, end))));
  }

  // Where a visitor ends; nullopt when never.
  std::optional<std::string> follow(const Redirect& first) {
    const Redirect* last = &first;
    for (size_t steps = 1; const Redirect* next = after(*last); ++steps) {
      if (next == &first || steps == kMaxSteps) {
        error(first.line, "'" + first.from +
                              (next == &first ? "' leads back to itself"
                                              : "' leads through too many others; name where it ends"));
        return std::nullopt;
      }
      last = next;
    }
    if (last != &first) {
      report(Severity::warning, first.line,
             "'" + first.from + "' leads to " + first.to + ", which leads to " + last->to +
                 "; name that instead");
    }
    return last->to;
  }

  const std::string& path_;
  std::vector<Diagnostic>& diagnostics_;
  std::vector<Redirect> redirects_;
};

}  // namespace

std::vector<Redirect> parse_redirects(std::string_view text, const std::string& path,
                                      std::vector<Diagnostic>& diagnostics) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  Parser parser(path, diagnostics);
  int number = 0;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    parser.read_line(text.substr(at, end - at), ++number);
    at = end + 1;
  }
  return parser.finish();
}

std::string_view without_last_slash(std::string_view path) {
  if (path.size() > 1 && path.ends_with('/')) path.remove_suffix(1);
  return path;
}

}  // namespace signpost
