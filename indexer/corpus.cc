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
#include "content/internal_folder.h"
#include "content/language.h"
#include "content/markdown_names.h"
#include "content/navigation.h"
#include "content/saved_reply.h"
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
    const std::vector<SourceEntry> internal = take_internal(listing.markdown);
    CorpusLayout layout(listing.markdown, site_, site_is_default_);
    if (!is_for_everybody()) layout.add_threads(beside_others(internal));
    collect(listing.markdown, internal, layout);
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
    const std::vector<SourceEntry> internal = take_internal(listing.markdown);
    collect(listing.markdown, internal, layout);
    return std::move(corpus_);
  }

 private:
  static std::string_view name_of(const std::string& path) {
    return std::string_view(path).substr(path.rfind('/') + 1);
  }
  static std::string_view folder_of(const std::string& path) {
    return std::string_view(path).substr(0, path.rfind('/') + 1);
  }
  static bool tells_of_others(const std::string& path) {
    return is_kept_back_name(name_of(path)) || is_navigation_name(name_of(path));
  }

  SourceListing list(const SourceFolder& source, const std::string& output_dir, const std::string& top) {
    SourceListing listing = list_source(source, site_.exclude, output_dir, std::move(last_.folders), top);
    corpus_.states.folders = std::move(listing.folders);
    corpus_.source = source;
    corpus_.diagnostics = std::move(listing.diagnostics);
    corpus_.files.markdown = listing.markdown.size() + listing.excluded + listing.left_out + listing.internal;
    corpus_.files.excluded = listing.excluded;
    corpus_.files.left_out = listing.left_out;
    corpus_.files.internal = listing.internal;
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

  bool is_for_everybody() const { return corpus_.source->readers() == Readers::everybody; }

  bool is_internal(const SourceEntry& file) {
    if (is_internal_path(file.path)) return true;
    if (file.size > kMaxMarkdownBytes || is_navigation_name(name_of(file.path))) return false;
    int left_for_later = 0;
    const FileState* state = read(file, left_for_later);
    return state != nullptr && state->identity.visibility.verdict == Visibility::Verdict::internal;
  }

  // Takes what is for staff alone out of the list: whatever is common to files, and so decides what all of
  // them are, must be read as if that were not there. The answers to an internal question are so, too.
  std::vector<SourceEntry> take_internal(std::vector<SourceEntry>& markdown) {
    std::vector<SourceEntry> internal;
    std::set<std::string_view> threads;
    std::vector<bool> taken(markdown.size());
    for (size_t i = 0; i < markdown.size(); ++i) {
      taken[i] = is_internal(markdown[i]);
      if (taken[i] && name_of(markdown[i].path) == "question.md") threads.insert(folder_of(markdown[i].path));
    }
    std::vector<SourceEntry> rest;
    if (std::find(taken.begin(), taken.end(), true) == taken.end()) return internal;
    rest.reserve(markdown.size());
    for (size_t i = 0; i < markdown.size(); ++i) {
      const bool goes = taken[i] || threads.contains(folder_of(markdown[i].path));
      (goes ? internal : rest).push_back(markdown[i]);
    }
    markdown = std::move(rest);
    if (is_for_everybody()) forget(internal);
    return internal;
  }

  // A folder may be there for an internal file alone, and its name says as much.
  void forget_folders_of(std::string path) {
    while (!path.empty()) {
      path.pop_back();
      path.resize(folder_of(path).size());
      corpus_.states.folders.erase(path);
    }
  }

  static std::vector<SourceEntry> beside_others(std::vector<SourceEntry> internal) {
    for (SourceEntry& file : internal) file.path = without_internal_folders(file.path);
    return internal;
  }

  // No file of an index for everybody has their names.
  void forget(const std::vector<SourceEntry>& internal) {
    corpus_.files.internal += internal.size();
    for (const SourceEntry& file : internal) {
      corpus_.states.files.erase(file.path);
      forget_folders_of(file.path);
      corpus_.internal.insert(file.path);
    }
  }

  void collect(const std::vector<SourceEntry>& markdown, const std::vector<SourceEntry>& internal,
               const CorpusLayout& layout) {
    collect(markdown, layout, Internal::no);
    if (!is_for_everybody()) collect(internal, layout, Internal::whole);
    join_threads();
  }

  void collect(const std::vector<SourceEntry>& markdown, const CorpusLayout& layout, Internal internal) {
    for (const SourceEntry& file : markdown) {
      if (file.size > kMaxMarkdownBytes) {
        leave_out(file.path, "file-size", "is larger than 2 MB");
        continue;
      }
      if (internal == Internal::whole && add_reply(file)) continue;
      if (is_list(file)) continue;
      Placement placement = place(file.path, layout, internal);
      placing_ = internal;
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
  }

  bool add_reply(const SourceEntry& file) {
    auto info = reply_at(file.path);
    if (!info) return false;
    ++corpus_.files.replies;
    corpus_.replies.push_back(std::move(*info));
    return true;
  }

  // What is internal belongs where it would lie without its folder, but is no part of what lies there.
  static Placement place(const std::string& path, const CorpusLayout& layout, Internal internal) {
    if (internal == Internal::no) return layout.place(path);
    const std::string place = without_internal_folders(path);
    Placement placement = layout.place(place);
    placement.info.path = path;
    if (place != path) placement.thread_folder.insert(0, "internal:");
    return placement;
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
    if (const auto read = corpus_.states.files.find(file.path); read != corpus_.states.files.end())
      return &read->second;
    if (const FileState* known = known_state(file)) return note(corpus_.states.files[file.path] = *known);
    const FileBytes content = corpus_.source->read_file(file.path, kMaxMarkdownBytes);
    error = content.error;
    if (error != 0) return nullptr;
    FileState& state = corpus_.states.files[file.path];
    state = {file.size, file.modified < young_ ? file.modified : 0, short_digest(content.bytes),
             read_identity(content.bytes), content.has_internal_parts};
    return note(state);
  }

  const FileState* note(const FileState& state) {
    corpus_.has_internal_parts = corpus_.has_internal_parts || state.has_internal_parts;
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
    candidate.document.internal = placing_ == Internal::no && state->has_internal_parts && !is_for_everybody()
                                      ? Internal::parts
                                      : placing_;
    candidate.keep = may_be_read(path, identity.visibility);
    return true;
  }

  // The first reason to keep it from readers, and where there is none, what makes it internal.
  Judgement judgement_of(const std::string& path, const Visibility& visibility) const {
    Judgement judgement = judge(visibility, now_seconds_);
    if (judgement.verdict > Visibility::Verdict::internal) return judgement;
    for (const Judgement& other : {judge_by_settings(path, corpus_.kept_back), judge_place(path, site_)}) {
      if (other.verdict > Visibility::Verdict::internal) return other;
      if (other.verdict == Visibility::Verdict::internal) judgement = other;
    }
    return judgement;
  }

  // False for what is kept from readers: by its place, by its front matter, or because neither can be told.
  bool may_be_read(const std::string& path, const Visibility& visibility) {
    corpus_.waits_for_time =
        corpus_.waits_for_time || visibility.from > now_seconds_ ||
        (visibility.until > now_seconds_ && visibility.until != std::numeric_limits<int64_t>::max());
    const Judgement judgement = judgement_of(path, visibility);
    if (judgement.verdict <= Visibility::Verdict::internal) return true;
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
      thread.internal = placing_;
    } else {
      thread.answers.push_back(file);
      thread.has_internal_answer = thread.has_internal_answer || placing_ != Internal::no;
    }
  }

  void join_threads() {
    for (auto& [folder, thread] : threads_) {
      Candidate candidate;
      candidate.document.info = std::move(thread.info);
      placing_ = thread.internal;
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
      Internal& internal = candidate.document.internal;
      if (thread.has_internal_answer && internal == Internal::no) internal = Internal::parts;
      std::sort(thread.answers.begin(), thread.answers.end(),
                [](const SourceEntry& a, const SourceEntry& b) { return a.path < b.path; });
      for (const SourceEntry& answer : thread.answers) {
        int rendering_tells = 0;
        const FileState* state = read(answer, rendering_tells);
        if (state != nullptr && !may_be_read(answer.path, state->identity.visibility)) continue;
        if (state != nullptr && state->has_internal_parts && internal == Internal::no && !is_for_everybody())
          internal = Internal::parts;
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
    std::vector<SourceEntry> answers;
    Internal internal = Internal::no;  // the question, and so all of it
    bool has_internal_answer = false;
  };

  const Site& site_;
  const bool site_is_default_;
  LastRun last_;
  const int64_t young_ = now_ns() - kTimeGrain;
  const int64_t now_seconds_ = seconds_of_clock();
  std::vector<Candidate> candidates_;
  std::map<std::string, Thread> threads_;
  Internal placing_ = Internal::no;  // what is being placed
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

bool has_internal(const Corpus& corpus) { return corpus.files.internal > 0 || corpus.has_internal_parts; }

std::string page_path(const SourceInfo& info) { return page_path(info.kind, info.lang, info.id); }

}  // namespace signpost
