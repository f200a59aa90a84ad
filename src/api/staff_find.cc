// staff_find.cc - see staff_find.h.
#include "api/staff_find.h"

#include <algorithm>
#include <optional>
#include <set>

#include "api/addresses.h"
#include "api/found_place.h"
#include "api/link_text.h"
#include "api/reply_text.h"
#include "api/short_texts.h"
#include "api/staff_requests.h"
#include "base/ascii.h"
#include "base/percent.h"
#include "base/shown_text.h"

namespace signpost {
namespace {

constexpr size_t kLookedInto = 6;  // hits, for their sections and steps
constexpr uint32_t kMostHits = 8;
constexpr size_t kMostBegun = 5;  // titles and headings that begin with what was typed
constexpr size_t kMostReplies = 3;
// So much more of the question must a part have than the whole, to come as well.
constexpr float kClearlyMore = 0.1F;
constexpr std::string_view kInside = " › ";

std::string joined(const std::vector<std::string>& headings) {
  std::string text;
  for (const std::string& heading : headings) text += (text.empty() ? "" : std::string(kInside)) + heading;
  return text;
}

// The parts that a link to a customer has, of a place in their language.
void lead_to(const OperationContext& context, const FoundPlace& place, FoundItem& item) {
  std::string text = place.title;
  if (!place.headings.empty()) text += std::string(kInside) + place.headings.back();
  text = without_bidi_controls(short_title(text));
  item.lang = place.lang;
  item.url = absolute_url(context.site(), item.internal ? staff_see_url(place.path) : place.path);
  item.markdown = markdown_link(text, item.url);
  item.html = html_link(text, item.url);
}

// What is found, in order, each place once.
class FoundList {
 public:
  FoundList(const OperationContext& context, const FindSources& sources, std::string lang)
      : context_(context), sources_(sources), lang_(std::move(lang)) {}

  void add(FoundItem item) {
    const std::string name = std::string(name_of(item.kind)) + item.url + item.id + item.title;
    if (items_.size() < kMostFound && known_.insert(name).second) items_.push_back(std::move(item));
  }
  void add_article(const QuotableDocument& document, const std::string& category) {
    FoundItem item = item_of(document, FoundKind::article, 0);
    item.title = short_title(document.meta().title);
    item.context = short_name(category);
    add(std::move(item));
  }
  void add_section(const QuotableDocument& document, size_t section) {
    if (is_kept_back(document, section)) return add_article(document, "");
    std::vector<std::string> above = heading_path(document.meta().sections, section);
    if (above.empty()) return add_article(document, "");
    FoundItem item = item_of(document, FoundKind::section, section);
    item.title = short_title(above.back());
    above.back() = document.meta().title;
    std::rotate(above.begin(), above.end() - 1, above.end());
    item.context = short_title(joined(above));
    add(std::move(item));
  }
  void add_step(const QuotableDocument& document, size_t section, const std::string& text, int number) {
    // Which of its steps everybody may read, its text does not tell.
    if (document.meta().internal == Internal::parts) return add_section(document, section);
    std::vector<std::string> above = heading_path(document.meta().sections, section);
    above.insert(above.begin(), document.meta().title);
    above.push_back(std::to_string(number));
    FoundItem item = item_of(document, FoundKind::step, section);
    item.title = short_title(text);
    item.context = short_title(joined(above));
    add(std::move(item));
  }

  const std::string& lang() const { return lang_; }
  std::vector<FoundItem> take() { return std::move(items_); }

 private:
  // A heading within an internal part, of an article that customers have besides.
  bool is_kept_back(const QuotableDocument& document, size_t section) const {
    const StoredMeta& meta = document.meta();
    return meta.internal == Internal::parts &&
           !is_section_for_everybody(sources_, meta.id, meta.lang, meta.sections[section].anchor);
  }

  FoundItem item_of(const QuotableDocument& document, FoundKind kind, size_t section) const {
    const StoredMeta& meta = document.meta();
    FoundItem item;
    item.kind = kind;
    item.id = meta.id;
    item.anchor = kind == FoundKind::article ? "" : meta.sections[section].anchor;
    item.title_lang = meta.lang;
    FoundPlace place = place_in(sources_.articles, document, section, lang_);
    item.internal = is_internal(sources_, meta.id, place.lang);
    const size_t hash = std::min(place.path.find('#') + 1, place.path.size());
    const std::string anchor = hash == 0 ? "" : percent_decode(place.path.substr(hash));
    if (!item.internal && !is_section_for_everybody(sources_, meta.id, place.lang, anchor))
      place = place_in(sources_.articles, document, 0, lang_);
    lead_to(context_, place, item);
    return item;
  }

  const OperationContext& context_;
  const FindSources& sources_;
  const std::string lang_;
  std::vector<FoundItem> items_;
  std::set<std::string> known_;
};

// A word of the title is one around all sections that were looked into.
std::vector<float> words_of_title(const Candidates& found, size_t hit) {
  std::vector<float> in_title(found.words.size(), 1);
  bool is_marked = false;
  for (const Run& run : found.response.hits[hit].title_runs) is_marked = is_marked || run.match;
  for (const CandidateSection& section : found.sections) {
    if (section.hit != hit) continue;
    for (size_t w = 0; w < in_title.size(); ++w) in_title[w] = std::min(in_title[w], section.titled[w]);
  }
  if (!is_marked) std::fill(in_title.begin(), in_title.end(), 0.0F);
  return in_title;
}

float weight_of(const Candidates& found, const std::vector<float>& factors) {
  float weight = 0;
  for (size_t w = 0; w < factors.size(); ++w) weight += found.words[w].weight * factors[w];
  return weight;
}

struct FoundStep {
  size_t section = 0;  // of the candidates
  size_t block = 0;
  float share = 0;
};

float share_of(const Candidates& found, const CandidateSection& section, const TextBlock& block) {
  std::vector<float> there(found.words.size());
  for (const WordPlace& place : section.places) {
    if (place.begin >= block.begin && place.end <= block.end)
      there[place.word] = std::max(there[place.word], place.factor);
  }
  return weight_of(found, there);
}

// The step that has most of the question.
std::optional<FoundStep> best_step(const Candidates& found, size_t hit) {
  std::optional<FoundStep> best;
  for (size_t s = 0; s < found.sections.size(); ++s) {
    const CandidateSection& section = found.sections[s];
    if (section.hit != hit) continue;
    for (const StepList& list : step_lists(section.text.blocks)) {
      for (const size_t block : list.steps) {
        const float share = share_of(found, section, section.text.blocks[block]);
        if (share > 0 && (!best || share > best->share)) best = FoundStep{s, block, share};
      }
    }
  }
  return best;
}

void add_hit(const Candidates& found, size_t hit, FoundList& list) {
  const QuotableDocument& document = found.documents[hit];
  const Hit& shown = found.response.hits[hit];
  const float title = weight_of(found, words_of_title(found, hit));
  float heading = 0;
  const auto section = document.find_section(shown.section.anchor);
  for (const CandidateSection& candidate : found.sections) {
    if (candidate.hit == hit && section && candidate.section == *section)
      heading = weight_of(found, candidate.headed);
  }
  const bool has_section = !shown.section.anchor.empty() && section;
  const auto step = best_step(found, hit);
  if (step && step->share > std::max(title, heading) + kClearlyMore) {
    const CandidateSection& around = found.sections[step->section];
    const TextBlock& block = around.text.blocks[step->block];
    const std::string text = around.text.text.substr(block.begin, block.end - block.begin);
    list.add_step(document, around.section, text.substr(0, text.find('\n')), block.number);
  }
  if (has_section && heading > title) list.add_section(document, *section);
  list.add_article(document, shown.category_name);
  if (has_section && heading <= title && (heading > 0 || title < 1 - kClearlyMore))
    list.add_section(document, *section);
}

// "/ko/articles/printer#paper" as documents are asked for: id and anchor.
std::pair<std::string, std::string> parts_of(const std::string& url) {
  const size_t hash = std::min(url.find('#'), url.size());
  const std::string path = url.substr(0, hash);
  return {percent_decode(path.substr(path.rfind('/') + 1)), hash < url.size() ? url.substr(hash + 1) : ""};
}

void add_begun(const FindSources& sources, const FindQuestion& question, FoundList& list) {
  for (const Suggestion& begun : sources.articles.suggest(question.text, question.typed, kMostBegun)) {
    const auto [id, anchor] = parts_of(begun.url);
    const auto document = sources.articles.quotable(id, begun.lang);
    if (!document) continue;
    const auto section = document->find_section(anchor);
    if (!anchor.empty() && section) {
      list.add_section(*document, *section);
    } else {
      list.add_article(*document, begun.category_name);
    }
  }
}

// The code, only where it is one and there is a request of it.
std::optional<StoredRequest> request_of(const OperationContext& context, const std::string& code) {
  if (context.store == nullptr || code.empty()) return std::nullopt;
  auto found = find_whole_request(context, code);
  auto* request = std::get_if<StoredRequest>(&found);
  return request == nullptr ? std::nullopt : std::optional(std::move(*request));
}

FoundItem item_of_request(const OperationContext& context, const StoredRequest& request) {
  FoundItem item;
  item.kind = FoundKind::request;
  item.id = request.code;
  item.title = request.code;
  const std::string message(trimmed(request.draft.message));
  item.context = interface_text(context, "request_" + std::string(name_of(request.state()))) + " · " +
                 short_name(message.substr(0, message.find('\n')));
  item.title_lang = item.lang = context.lang;
  item.url = absolute_url(context.site(), staff_request_url(request.code));
  item.markdown = markdown_link(request.code, item.url);
  item.html = html_link(request.code, item.url);
  item.internal = true;
  return item;
}

// A path alone leads nowhere from a mail: where the site doesn't name its host, the address is not known.
std::string address_in_text(const Site& site, const std::string& path) {
  return site.base_url.empty() ? "" : absolute_url(site, path);
}

ReplyValues values_for(const OperationContext& context, const FindSources& sources, const SavedReply& reply,
                       const std::optional<StoredRequest>& request) {
  ReplyValues values;
  if (request) {
    const RequestDraft& draft = request->draft;
    values = {{"name", draft.name},
              {"code", request->code},
              {"product", draft.product},
              {"request_url", address_in_text(context.site(), request_url(request->code, reply.lang))}};
  }
  const auto article =
      reply.article.empty() ? std::nullopt : sources.articles.article(reply.article, reply.lang);
  if (article) {
    values["article_url"] = address_in_text(context.site(), page_url(article->url));
    values["article_title"] = article->document.title;
  }
  return values;
}

FoundItem item_of_reply(const OperationContext& context, const FindSources& sources, const SavedReply& reply,
                        const std::optional<StoredRequest>& request) {
  FilledReply filled = fill_reply(reply.text, values_for(context, sources, reply, request));
  FoundItem item;
  item.kind = FoundKind::reply;
  item.title = short_title(reply.title);
  item.context = short_text(filled.text.substr(0, filled.text.find('\n')));
  item.id = reply.id;
  item.title_lang = item.lang = reply.lang;
  item.text = std::move(filled.text);
  item.markdown = std::move(filled.markdown);
  item.html = std::move(filled.html);
  item.missing = std::move(filled.missing);
  return item;
}

void add_replies(const OperationContext& context, const FindSources& sources, const FindQuestion& question,
                 FoundList& list) {
  if (sources.replies == nullptr) return;
  const auto replies = sources.replies->find(question.text, question.lang, kMostReplies);
  if (replies.empty()) return;
  const auto request = request_of(context, question.from);
  for (const SavedReply& reply : replies) list.add(item_of_reply(context, sources, reply, request));
}

// In the searcher's own language; where it has nothing, in whichever the words are: with a language of its
// own, a search sees an article only in that.
Candidates candidates_of(const OperationContext& context, const FindSources& sources,
                         const FindQuestion& question) {
  SearchRequest asked;
  asked.text = question.text;
  asked.lang = question.typed;
  asked.per_page = kMostHits;
  asked.embedder = context.embedder;
  // What visitors chose is known by the documents of everybody's index.
  if (&sources.articles == &sources.everybody) asked.clicks = context.generation->clicks();
  Candidates found = sources.articles.candidates(asked, kLookedInto);
  if (!found.response.hits.empty() && !found.response.hits.front().other_language) return found;
  asked.lang.clear();
  return sources.articles.candidates(asked, kLookedInto);
}

void add_found(const OperationContext& context, const FindSources& sources, const FindQuestion& question,
               FoundList& list) {
  const Candidates found = candidates_of(context, sources, question);
  // While the last word is being typed, what begins with it is more likely meant than what is spelt like it.
  const bool is_whole = std::all_of(found.words.begin(), found.words.end(),
                                    [](const QuestionWord& word) { return word.known || word.weak; });
  if (!is_whole || found.response.query.corrected) add_begun(sources, question, list);
  for (size_t hit = 0; hit < found.response.hits.size(); ++hit) {
    if (hit < found.documents.size()) {
      add_hit(found, hit, list);
    } else if (const auto document =
                   sources.articles.quotable(found.response.hits[hit].id, found.response.hits[hit].lang)) {
      list.add_article(*document, found.response.hits[hit].category_name);
    }
    if (hit == 0) add_replies(context, sources, question, list);
  }
  if (found.response.hits.empty()) add_replies(context, sources, question, list);
  add_begun(sources, question, list);
}

// One of what was taken before, as used_name() calls it, if it is still there.
void add_used(const OperationContext& context, const FindSources& sources, const FindQuestion& question,
              const std::string& name, FoundList& list) {
  const size_t colon = std::min(name.find(':'), name.size());
  const std::string kind = name.substr(0, colon);
  const std::string place = name.substr(std::min(colon + 1, name.size()));
  if (kind == name_of(FoundKind::reply)) {
    if (sources.replies == nullptr) return;
    if (const auto reply = sources.replies->reply(place, question.lang))
      list.add(item_of_reply(context, sources, *reply, request_of(context, question.from)));
    return;
  }
  const size_t hash = std::min(place.find('#'), place.size());
  const std::string id = place.substr(0, hash);
  const auto article = sources.articles.article(id, question.typed);
  if (!article) return;
  // An anchor is of the language in which it was found.
  std::vector<std::string> languages = {article->document.lang};
  languages.reserve(1 + article->translations.size());
  for (const ArticleRef& other : article->translations) languages.push_back(other.lang);
  const std::string anchor = hash < place.size() ? place.substr(hash + 1) : "";
  for (const std::string& lang : languages) {
    const auto document = sources.articles.quotable(id, lang);
    const auto section = document ? document->find_section(anchor) : std::nullopt;
    if (section && !anchor.empty()) return list.add_section(*document, *section);
  }
  if (const auto document = sources.articles.quotable(id, languages.front()))
    list.add_article(*document, article->category_name);
}

}  // namespace

std::string_view name_of(FoundKind kind) {
  static constexpr std::string_view kNames[] = {"article", "section", "step", "reply", "request"};
  return kNames[static_cast<size_t>(kind)];
}

std::string used_name(const FoundItem& item) {
  const bool is_part = item.kind == FoundKind::step || item.kind == FoundKind::section;
  const FoundKind kind = is_part ? FoundKind::section : item.kind;
  return std::string(name_of(kind)) + ":" + item.id +
         (is_part && !item.anchor.empty() ? "#" + item.anchor : "");
}

std::vector<FoundItem> staff_find(const OperationContext& context, const FindSources& sources,
                                  const FindQuestion& question) {
  FoundList list(context, sources, question.lang);
  if (const auto request = request_of(context, question.text)) list.add(item_of_request(context, *request));
  if (!is_blank(question.text)) {
    add_found(context, sources, question, list);
  } else {
    for (const std::string& name : question.used) add_used(context, sources, question, name, list);
  }
  return list.take();
}

std::string language_of_request(const OperationContext& context, const std::string& code,
                                const std::string& otherwise) {
  const auto request = request_of(context, code);
  if (!request) return otherwise;
  const auto& languages = context.site().languages;
  const bool is_known = std::any_of(languages.begin(), languages.end(), [&](const Language& language) {
    return language.code == request->draft.lang;
  });
  return is_known ? request->draft.lang : otherwise;
}

}  // namespace signpost
