// corpus.cc - places every file, joins threads, then has ids given out.
#include "indexer/corpus.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <set>

#include "base/dates.h"
#include "base/percent.h"
#include "content/identity.h"
#include "content/ids.h"
#include "content/language.h"
#include "content/markdown_names.h"
#include "content/navigation.h"
#include "content/stated_addresses.h"
#include "content/text_language.h"
#include "index/schema.h"
#include "indexer/corpus_layout.h"
#include "indexer/corpus_links.h"
#include "indexer/front_matter_place.h"
#include "indexer/private_places.h"
#include "indexer/source_walk.h"

namespace signpost {
namespace {

// A document on its way into the corpus.
struct Candidate {
  SourceDocument document;
  bool says_id = false;
  std::string path_id;    // see IdClaim
  std::string former_id;  // see Placement
  bool says_language = true;
  bool keep = true;
};

class Scan {
 public:
  Scan(const Site& site, bool site_is_default, LastRun last)
      : site_(site), site_is_default_(site_is_default), last_(std::move(last)) {}

  Corpus run(const SourceFolder& source, const std::string& output_dir) {
    SourceListing listing = list(source, output_dir, "");
    corpus_.states.files.reserve(listing.markdown.size());
    corpus_.by_path.reserve(listing.markdown.size());
    for (const std::string& path : listing.other_files) read_settings(path);
    for (std::string& path : listing.other_files) corpus_.other_files.insert(std::move(path));
    collect(listing.markdown, CorpusLayout(listing.markdown, site_, site_is_default_));
    settle_languages();
    give_ids();
    finish();
    return std::move(corpus_);
  }

  std::optional<Corpus> run_incidents(const SourceFolder& source, const std::string& output_dir,
                                      const std::vector<KeptBackBy>& kept_back) {
    corpus_.kept_back = kept_back;
    SourceListing listing = list(source, output_dir, kIncidentFolder);
    const CorpusLayout layout(std::vector<SourceEntry>(), site_, site_is_default_);
    for (const SourceEntry& file : listing.markdown) {
      if (layout.place(file.path).role != FileRole::incident || tells_of_others(file.path))
        return std::nullopt;
    }
    for (std::string& path : listing.other_files) {
      if (tells_of_others(path)) return std::nullopt;
      corpus_.other_files.insert(std::move(path));
    }
    collect(listing.markdown, layout);
    return std::move(corpus_);
  }

 private:
  static std::string_view name_of(const std::string& path) {
    return std::string_view(path).substr(path.rfind('/') + 1);
  }
  static bool tells_of_others(const std::string& path) {
    return is_kept_back_name(name_of(path)) || is_navigation_name(name_of(path));
  }

  SourceListing list(const SourceFolder& source, const std::string& output_dir, const std::string& top) {
    SourceListing listing = list_source(source, site_.exclude, output_dir, std::move(last_.folders), top);
    corpus_.states.folders = std::move(listing.folders);
    corpus_.source = source;
    corpus_.diagnostics = std::move(listing.diagnostics);
    corpus_.files = {listing.markdown.size() + listing.excluded + listing.left_out, 0, listing.excluded,
                     listing.left_out};
    return listing;
  }

  void report(Severity severity, const std::string& path, const char* rule, const std::string& message,
              const char* key = nullptr, const std::string& target = {}) {
    const Place place = key == nullptr ? Place{} : FrontMatterPlaces(corpus_.source).find(path, key, "");
    corpus_.diagnostics.push_back({severity, path, place.line, place.column, rule, message, target});
  }
  void leave_out(const std::string& path, const char* rule, const std::string& message,
                 const char* key = nullptr, const std::string& target = {}) {
    report(Severity::error, path, rule, message + "; left out", key, target);
    ++corpus_.files.left_out;
  }

  void collect(const std::vector<SourceEntry>& markdown, const CorpusLayout& layout) {
    for (const SourceEntry& file : markdown) {
      if (file.size > kMaxMarkdownBytes) {
        leave_out(file.path, "file-size", "is larger than 2 MB");
        continue;
      }
      if (is_list(file)) continue;
      Placement placement = layout.place(file.path);
      switch (placement.role) {
        case FileRole::article:
          add_article(file, std::move(placement));
          break;
        case FileRole::stray_post:
          leave_out(file.path, "thread",
                    "lies in a thread's folder but is neither question.md nor answer-*.md");
          break;
        case FileRole::incident:
          add_incident(file, std::move(placement));
          break;
        case FileRole::question:
        case FileRole::answer:
          add_post(file, std::move(placement));
          break;
      }
    }
    join_threads();
  }

  void read_settings(const std::string& path) {
    const std::string_view name = name_of(path);
    if (!is_kept_back_name(name)) return;
    const std::string text = corpus_.source->read_file(path, kMaxMarkdownBytes).bytes;
    for (KeptBack& kept : read_kept_back(name, text)) corpus_.kept_back.push_back({path, std::move(kept)});
  }

  // A SUMMARY.md that lists pages is for their order, and no page.
  bool is_list(const SourceEntry& file) {
    const std::string_view name = name_of(file.path);
    if (!is_navigation_name(name)) return false;
    const std::string text = corpus_.source->read_file(file.path, kMaxMarkdownBytes).bytes;
    const Navigation list = read_navigation(name, text);
    const auto pages = std::count_if(list.entries.begin(), list.entries.end(),
                                     [](const NavEntry& entry) { return is_markdown_name(entry.page); });
    if (pages < 2) return false;
    report(Severity::note, file.path, "navigation",
           "is read for the order of pages, and is not a page itself");
    corpus_.lists.push_back(file.path);
    ++corpus_.files.excluded;
    return true;
  }

  const FileState* known_state(const SourceEntry& file) const {
    if (last_.files == nullptr) return nullptr;
    const auto known = last_.files->find(file.path);
    const bool same = known != last_.files->end() && known->second.size == file.size &&
                      known->second.modified == file.modified;
    return same ? &known->second : nullptr;
  }

  // The file as it is now; nullptr when it can't be read, with errno in `error`.
  const FileState* read(const SourceEntry& file, int& error) {
    if (const FileState* known = known_state(file)) return &(corpus_.states.files[file.path] = *known);
    const FileBytes content = corpus_.source->read_file(file.path, kMaxMarkdownBytes);
    error = content.error;
    if (error != 0) return nullptr;
    FileState& state = corpus_.states.files[file.path];
    state = {file.size, file.modified < young_ ? file.modified : 0, short_digest(content.bytes),
             read_identity(content.bytes)};
    return &state;
  }

  // Fills in what the front matter says; false when the file is left out.
  bool identify(const SourceEntry& file, Candidate& candidate) {
    const std::string& path = file.path;
    int error = 0;
    const FileState* state = read(file, error);
    if (state == nullptr) {
      leave_out(path, "file-read", describe_read_error(error));
      return false;
    }
    const Identity& identity = state->identity;
    if (identity.id && is_valid_id(*identity.id)) {
      candidate.document.info.id = *identity.id;
      candidate.says_id = true;
    }
    if (identity.lang) {
      candidate.document.info.lang = *identity.lang;
      candidate.says_language = true;
    }
    candidate.document.info.addresses = addresses_of(path, identity.addresses);
    candidate.keep = may_be_read(path, identity.visibility);
    return true;
  }

  // False for what is kept from readers: by its place, by its front matter, or because neither can be told.
  bool may_be_read(const std::string& path, const Visibility& visibility) {
    corpus_.waits_for_time =
        corpus_.waits_for_time || visibility.from > now_seconds_ ||
        (visibility.until > now_seconds_ && visibility.until != std::numeric_limits<int64_t>::max());
    Judgement judgement = judge(visibility, now_seconds_);
    if (judgement.verdict == Visibility::Verdict::open)
      judgement = judge_by_settings(path, corpus_.kept_back);
    if (judgement.verdict == Visibility::Verdict::open) judgement = judge_place(path, site_);
    if (judgement.verdict == Visibility::Verdict::open) return true;
    const bool sure = judgement.verdict == Visibility::Verdict::shut;
    report(sure ? Severity::note : Severity::warning, path, sure ? "draft" : "visibility",
           judgement.message + "; left out", judgement.key.empty() ? nullptr : judgement.key.c_str());
    ++(sure ? corpus_.files.drafts : corpus_.files.left_out);
    return false;
  }

  void add_article(const SourceEntry& file, Placement placement) {
    Candidate candidate;
    candidate.document.info = std::move(placement.info);
    if (placement.id_is_path) candidate.path_id = candidate.document.info.id;
    candidate.former_id = std::move(placement.former_id);
    candidate.says_language = placement.says_language;
    if (!identify(file, candidate) || !candidate.keep) return;
    candidate.document.files = {file.path};
    candidate.document.bytes = file.size;
    candidates_.push_back(std::move(candidate));
  }

  // What its front matter says of readers is read with the rest of it: `status` means something else there.
  void add_incident(const SourceEntry& file, Placement placement) {
    int error = 0;
    if (read(file, error) == nullptr) return leave_out(file.path, "file-read", describe_read_error(error));
    if (!may_be_read(file.path, {})) return;
    ++corpus_.files.incidents;
    corpus_.incidents.push_back(std::move(placement.info));
  }

  void add_post(const SourceEntry& file, Placement placement) {
    Thread& thread = threads_[placement.thread_folder];
    if (placement.role == FileRole::question) {
      thread.question = file;
      thread.info = std::move(placement.info);
    } else {
      thread.answers.push_back(file);
    }
  }

  void join_threads() {
    for (auto& [folder, thread] : threads_) {
      Candidate candidate;
      candidate.document.info = std::move(thread.info);
      if (thread.question.path.empty() || !identify(thread.question, candidate)) {
        for (const SourceEntry& answer : thread.answers) {
          leave_out(answer.path, "thread", "answers a question that is missing or left out");
        }
        continue;
      }
      if (!candidate.keep) {
        corpus_.files.drafts += thread.answers.size();
        continue;
      }
      candidate.document.files = {thread.question.path};
      candidate.document.bytes = thread.question.size;
      for (const SourceEntry& answer : thread.answers) {
        int rendering_tells = 0;
        const FileState* state = read(answer, rendering_tells);
        if (state != nullptr && !may_be_read(answer.path, state->identity.visibility)) continue;
        candidate.document.files.push_back(answer.path);
        candidate.document.bytes += answer.size;
      }
      candidates_.push_back(std::move(candidate));
    }
  }

  void settle_languages() {
    if (site_is_default_) find_unsaid_language();
    std::vector<std::string> listed;
    for (const Language& language : site_.languages) listed.push_back(language.code);
    std::set<std::string> said;
    for (const Candidate& candidate : candidates_) said.insert(candidate.document.info.lang);
    std::map<std::string, std::string> meant;
    for (const std::string& code : said) {
      const auto same_base = [&](const std::string& other) {
        return base_language(other) == base_language(code);
      };
      if (site_is_default_ || std::count_if(said.begin(), said.end(), same_base) > 1) continue;
      const std::string* site_language = best_language(code, listed);
      if (site_language != nullptr && language_fit(code, *site_language) >= LanguageFit::part)
        meant[code] = *site_language;
    }
    for (Candidate& candidate : candidates_) {
      std::string& lang = candidate.document.info.lang;
      if (const auto found = meant.find(lang); found != meant.end()) lang = found->second;
    }
  }

  // The texts of some, from all over the source, stand for all.
  void find_unsaid_language() {
    constexpr size_t kSamples = 48;
    constexpr size_t kSample = 64 * 1024;  // bytes of each
    std::vector<Candidate*> unsaid;
    for (Candidate& candidate : candidates_) {
      if (!candidate.says_language) unsaid.push_back(&candidate);
    }
    if (unsaid.empty()) return;
    std::sort(unsaid.begin(), unsaid.end(), [](const Candidate* a, const Candidate* b) {
      return a->document.info.path < b->document.info.path;
    });
    LetterCount letters;
    const size_t step = (unsaid.size() + kSamples - 1) / kSamples;
    for (size_t i = 0; i < unsaid.size(); i += step)
      letters.add(
          std::string_view(corpus_.source->read_file(unsaid[i]->document.files[0], kMaxMarkdownBytes).bytes)
              .substr(0, kSample));
    const TextLanguage text = letters.language();
    FoundLanguage& found = corpus_.unsaid;
    found.told = !text.code.empty();
    found.code = found.told ? text.code : site_.default_language;
    found.doubtful = !found.told && !text.english;
    found.first_path = unsaid[0]->document.info.path;
    for (Candidate* candidate : unsaid) candidate->document.info.lang = found.code;
  }

  void give_ids() {
    std::sort(candidates_.begin(), candidates_.end(), [](const Candidate& a, const Candidate& b) {
      return a.document.info.path < b.document.info.path;
    });
    std::vector<IdClaim> claims;
    claims.reserve(candidates_.size());
    for (Candidate& candidate : candidates_)
      claims.push_back({&candidate.document.info, candidate.says_id, std::move(candidate.path_id), false});
    const Published published = last_.published ? last_.published() : Published();
    std::vector<Diagnostic> found =
        settle_ids(claims, published, site_.redirects, corpus_.states.files, *corpus_.source);
    std::move(found.begin(), found.end(), std::back_inserter(corpus_.diagnostics));
    for (size_t i = 0; i < candidates_.size(); ++i) {
      Candidate& candidate = candidates_[i];
      candidate.keep = !claims[i].left_out;
      if (!candidate.keep) corpus_.files.left_out += candidate.document.files.size();
      SourceInfo& info = candidate.document.info;
      if (!candidate.says_id && !candidate.former_id.empty())
        info.addresses.push_back(percent_decode(page_path(info.kind, info.lang, candidate.former_id)));
    }
  }

  void finish() {
    for (Candidate& candidate : candidates_) {
      if (!candidate.keep) continue;
      const auto number = static_cast<uint32_t>(corpus_.documents.size());
      for (const std::string& file : candidate.document.files) corpus_.by_path.emplace(file, number);
      for (const std::string& address : candidate.document.info.addresses)
        corpus_.by_address[address].push_back(number);
      LanguageUse& use = corpus_.languages[candidate.document.info.lang];
      if (use.documents++ == 0) use.first_path = candidate.document.info.path;
      corpus_.documents.push_back(std::move(candidate.document));
    }
    note_spellings(corpus_);
  }

  struct Thread {
    SourceInfo info;
    SourceEntry question;
    std::vector<SourceEntry> answers;  // sorted by path, as they are found
  };

  const Site& site_;
  const bool site_is_default_;
  LastRun last_;
  const int64_t young_ = now_ns() - kTimeGrain;
  const int64_t now_seconds_ = seconds_of_clock();
  std::vector<Candidate> candidates_;
  std::map<std::string, Thread> threads_;
  Corpus corpus_;
};

}  // namespace

Corpus scan_corpus(const SourceFolder& source, const Site& site, bool site_is_default,
                   const std::string& output_dir, LastRun last) {
  Corpus corpus = Scan(site, site_is_default, std::move(last)).run(source, output_dir);
  const auto incidents = scan_incidents(source, site, site_is_default, corpus.kept_back, output_dir,
                                        {.files = &corpus.states.files});
  if (incidents) corpus.incident_files = incidents->files;
  return corpus;
}

std::optional<Corpus> scan_incidents(const SourceFolder& source, const Site& site, bool site_is_default,
                                     const std::vector<KeptBackBy>& kept_back, const std::string& output_dir,
                                     LastRun last) {
  return Scan(site, site_is_default, std::move(last)).run_incidents(source, output_dir, kept_back);
}

std::string page_path(const SourceInfo& info) { return page_path(info.kind, info.lang, info.id); }

}  // namespace signpost
