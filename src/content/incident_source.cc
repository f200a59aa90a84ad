// incident_source.cc - see incident_source.h.
#include "content/incident_source.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/utf8.h"
#include "content/code_lines.h"
#include "content/head_entries.h"
#include "content/interface_words.h"
#include "content/opened_source.h"
#include "content/plain.h"
#include "content/render.h"
#include "content/time_zone.h"
#include "content/title_text.h"
#include "content/visibility.h"

namespace signpost {
namespace {

constexpr const char* kRule = "incident";
constexpr std::string_view kKeys[] = {"title",   "id",       "component", "status",
                                      "started", "resolved", "until",     "queries"};
constexpr const char* kKnownKeys =
    "title, id, component, status, started, resolved, until, queries and draft";
constexpr const char* kTimeForm = "a time like 2026-11-29 14:05 or 2026-11-29T14:05:00+09:00";
constexpr size_t kMaxQueries = 50;      // of a file
constexpr size_t kMaxQueryBytes = 200;  // of each
constexpr size_t kMaxFileBytes = 128 * 1024;

bool is_own_key(std::string_view key) {
  return std::find(std::begin(kKeys), std::end(kKeys), key) != std::end(kKeys);
}

// A part of the body, and the heading above it.
struct BodyPart {
  std::string_view heading;  // without its '#'; of the first part nothing
  int heading_line = 0;
  std::string_view body;
  int body_line = 0;
};

// Whether a comment is open behind this line that was open before it, or not.
bool is_in_comment(std::string_view line, bool was_open) {
  for (;;) {
    const size_t at = line.find(was_open ? "-->" : "<!--");
    if (at == std::string_view::npos) return was_open;
    line.remove_prefix(at + 3);
    was_open = !was_open;
  }
}

std::vector<BodyPart> cut_at_headings(const SplitSource& source) {
  std::vector<BodyPart> parts = {{"", 0, source.body.substr(0, 0), source.body_line}};
  CodeLines code;
  bool in_comment = false;
  int number = source.body_line;
  const auto end_part = [&](size_t end) {
    BodyPart& part = parts.back();
    part.body = {part.body.data(), static_cast<size_t>(source.body.data() + end - part.body.data())};
  };
  for (size_t at = 0; at < source.body.size(); ++number) {
    const size_t end = std::min(source.body.find('\n', at), source.body.size());
    const size_t next = std::min(end + 1, source.body.size());
    const std::string_view line = source.body.substr(at, end - at);
    const bool is_code = code.is_code(line);
    if (!is_code && !in_comment && (line.starts_with("## ") || line.starts_with("##\t"))) {
      end_part(at);
      parts.push_back({trimmed(line.substr(2)), number, source.body.substr(next, 0), number + 1});
    }
    if (!is_code) in_comment = is_in_comment(line, in_comment);
    at = next;
  }
  end_part(source.body.size());
  return parts;
}

// Takes the word of a status off the front, as English or the interface of `lang` writes it.
std::optional<IncidentStatus> take_status(std::string_view& text, std::string_view lang) {
  const std::string folded = lower_case(text);
  for (const IncidentStatus status : kIncidentStatuses) {
    const std::string key = "content_incident_" + std::string(to_string(status));
    for (const std::string& word : {std::string(to_string(status)), lower_case(interface_word(key, lang))}) {
      if (!folded.starts_with(word)) continue;
      const bool goes_on = text.size() > word.size() && is_alnum(text[word.size()]);
      if (goes_on) continue;
      text.remove_prefix(word.size());
      return status;
    }
  }
  return std::nullopt;
}

// Without the signs that people put between a time, a status and a text.
std::string_view without_separator(std::string_view text) {
  constexpr std::string_view kSigns[] = {"-", ":", "|", ",", ".", "–", "—", "·", "：", "、", "―"};
  for (bool again = true; again;) {
    text = trimmed(text);
    again = false;
    for (const std::string_view sign : kSigns) {
      if (!text.starts_with(sign)) continue;
      text.remove_prefix(sign.size());
      again = true;
    }
  }
  return text;
}

class IncidentReader {
 public:
  IncidentReader(const SourceInfo& info, const SourceFile& file, const Site& site, const LinkResolver& links,
                 BodyAs body, int64_t now)
      : info_(info),
        file_(file),
        site_(site),
        resolver_(links),
        body_(body),
        now_(now),
        zone_(*find_time_zone(site.time_zone)) {}

  IncidentSource run() {
    if (file_.bytes.size() > kMaxFileBytes) {
      add(Severity::error, {}, "file-size", "an incident's file is larger than 128 KB; left out");
      return std::move(result_);
    }
    const auto opened = open_source(file_, result_.diagnostics);
    if (!opened) return std::move(result_);
    source_ = &opened->split;
    const HeadEntries head = read_head_entries(opened->split);
    if (!may_be_read(head)) return std::move(result_);
    incident_.id = opened->matter.id.value_or(info_.id);
    for (const HeadEntry& entry : head.entries) read_key(entry);
    check_order(head);
    read_text(opened->matter);
    result_.incident = std::move(incident_);
    return std::move(result_);
  }

 private:
  using Shape = HeadEntry::Shape;

  void add(Severity severity, Place place, const char* rule, std::string message) {
    scrub_utf8(message);
    result_.diagnostics.push_back({severity, info_.path, place.line, place.column, rule, std::move(message)});
  }
  void error(Place place, const std::string& message) { add(Severity::error, place, kRule, message); }
  void error(const HeadEntry& entry, const std::string& message) { error(place_of(entry), message); }
  Place place_of(const HeadEntry& entry) const {
    return place_in_front_matter(*source_, entry.key, entry.scalar);
  }

  // `status` is ours here, whatever it says of articles.
  bool may_be_read(HeadEntries head) {
    for (HeadEntry& entry : head.entries) {
      if (is_own_key(entry.key)) entry.shape = Shape::null;
    }
    const Judgement judgement = judge(read_visibility(*source_, head), now_);
    if (judgement.verdict == Visibility::Verdict::open) return true;
    const bool sure = judgement.verdict == Visibility::Verdict::shut;
    add(sure ? Severity::note : Severity::warning,
        judgement.key.empty() ? Place{} : place_in_front_matter(*source_, judgement.key, ""),
        sure ? "draft" : "visibility", judgement.message + "; left out");
    return false;
  }

  void read_key(const HeadEntry& entry) {
    const std::string& key = entry.key;
    if (!is_own_key(key)) {
      if (!is_visibility_key(key))
        error(place_in_front_matter(*source_, key, ""),
              "unknown key '" + key + "' of an incident; known are " + kKnownKeys);
      return;
    }
    if (entry.shape == Shape::null || key == "title" || key == "id") return;
    if (key == "queries") return read_queries(entry);
    if (entry.shape != Shape::scalar) return error(entry, "'" + key + "' must be one text");
    if (key == "component") {
      const std::string_view component = trimmed(entry.scalar);
      if (component != "all") incident_.component = component;
    } else if (key == "status") {
      const auto status = parse_incident_status(trimmed(entry.scalar));
      if (!status)
        return error(entry, "'status' must be investigating, identified, monitoring or resolved, not '" +
                                entry.scalar + "'");
      incident_.status = *status;
    } else {
      const auto time = parse_zoned_time(entry.scalar, zone_);
      if (!time) return error(entry, "'" + key + "' must be " + kTimeForm + ", not '" + entry.scalar + "'");
      if (key == "started") incident_.started = *time;
      if (key == "resolved") incident_.resolved = time;
      if (key == "until") incident_.until = time;
    }
    result_.keys.push_back(key);
  }

  void read_queries(const HeadEntry& entry) {
    std::vector<std::string> queries = entry.items;
    if (entry.shape == Shape::scalar) queries = {entry.scalar};
    if (entry.shape == Shape::other) return error(entry, "'queries' must be a list of texts");
    for (std::string& query : queries) {
      scrub_utf8(query);
      if (is_blank(query)) continue;
      if (query.size() > kMaxQueryBytes || incident_.queries.size() == kMaxQueries)
        return error(entry, "'queries' may have " + std::to_string(kMaxQueries) + " texts of at most " +
                                std::to_string(kMaxQueryBytes) + " bytes");
      incident_.queries.push_back({info_.lang, std::string(trimmed(query))});
    }
  }

  bool has(std::string_view key) const {
    return std::find(result_.keys.begin(), result_.keys.end(), key) != result_.keys.end();
  }

  // Of two times that are both there, the second must not come before the first; it is as if it were not said
  // then.
  void check_order(const HeadEntries& head) {
    constexpr std::pair<std::string_view, std::string_view> kOrders[] = {
        {"started", "resolved"}, {"started", "until"}, {"resolved", "until"}};
    for (const auto& [first, second] : kOrders) {
      if (!has(first) || !has(second) || time_of(second).seconds >= time_of(first).seconds) continue;
      for (const HeadEntry& entry : head.entries) {
        if (entry.key == second)
          error(entry, "'" + std::string(second) + "' lies before '" + std::string(first) + "'");
      }
      std::erase(result_.keys, second);
      (second == "resolved" ? incident_.resolved : incident_.until).reset();
    }
  }

  ZonedTime time_of(std::string_view key) const {
    return key == "started" ? incident_.started : key == "resolved" ? *incident_.resolved : *incident_.until;
  }

  void read_text(const FrontMatter& matter) {
    IncidentText& text = incident_.texts.emplace_back();
    text.lang = info_.lang;
    text.title = title_text(clean_title(matter.title.value_or(""), site_));
    std::vector<BodyPart> parts = cut_at_headings(*source_);
    PageOptions lead;
    lead.take_title = text.title.empty();
    lead.title = text.title;
    Page page = render(parts.front(), std::move(lead));
    text.html = std::move(page.html);
    if (text.title.empty()) text.title = page.title;
    if (text.title.empty()) {
      text.title = title_from_path(info_.path);
      add(Severity::warning, {1, 1}, "title", "an incident needs a `title`; its file's name is shown");
    }
    for (size_t i = 1; i < parts.size(); ++i) read_update(parts[i], text);
    std::stable_sort(
        text.updates.begin(), text.updates.end(),
        [](const IncidentUpdate& a, const IncidentUpdate& b) { return a.time.seconds > b.time.seconds; });
  }

  void read_update(const BodyPart& part, IncidentText& text) {
    std::string_view heading = part.heading;
    const auto time = take_time(heading, zone_);
    if (!time) {
      return error({part.heading_line, 1},
                   "the heading of an update must begin with its time, as in \"## 2026-11-29 14:05 - "
                   "Identified\"; the update is left out");
    }
    const auto same = [&](const IncidentUpdate& other) { return other.time.seconds == time->seconds; };
    if (std::any_of(text.updates.begin(), text.updates.end(), same))
      return error({part.heading_line, 1}, "another update has this time too; this one is left out");
    if (time->seconds > now_)
      add(Severity::warning, {part.heading_line, 1}, kRule, "the time of this update lies in the future");
    IncidentUpdate update;
    update.time = *time;
    heading = without_separator(heading);
    update.status = take_status(heading, info_.lang);
    if (update.status) heading = without_separator(heading);
    update.heading = body_ == BodyAs::plain ? std::string(heading) : markdown_to_text(heading);
    PageOptions options;
    options.id_prefix = anchor_of(*time) + "-";
    options.lead_anchor = anchor_of(*time);
    options.min_heading_level = 3;
    options.close_gaps = true;
    const Page page = render(part, std::move(options));
    update.html = page.html;
    for (const Section& section : page.sections) {
      for (const std::string* piece : {&section.heading, &section.text}) {
        if (piece->empty()) continue;
        if (!update.text.empty()) update.text += '\n';
        update.text += *piece;
      }
    }
    text.updates.push_back(std::move(update));
  }

  Page render(const BodyPart& part, PageOptions options) {
    if (body_ == BodyAs::plain) {
      Page page;
      if (!is_blank(part.body)) page.html = plain_html(part.body);
      return page;
    }
    LinkRewriter links(info_.path, Trust::company, options.id_prefix, resolver_, result_.diagnostics);
    const RenderInput input{part.body,          part.body_line,
                            info_.path,         info_.lang,
                            Trust::company,     site_.strip_template_tags,
                            std::move(options), site_.dialects.value_or(DialectSet())};
    Leftovers uncounted;
    Page page = render_markdown(input, links, result_.diagnostics, uncounted);
    for (Asset& asset : links.assets) result_.assets.push_back(std::move(asset.source_path));
    return page;
  }

  const SourceInfo& info_;
  const SourceFile& file_;
  const Site& site_;
  const LinkResolver& resolver_;
  const BodyAs body_;
  const int64_t now_;
  const ZoneOffset zone_;
  const SplitSource* source_ = nullptr;
  Incident incident_;
  IncidentSource result_;
};

}  // namespace

IncidentSource parse_incident(const SourceInfo& info, const SourceFile& file, const Site& site,
                              const LinkResolver& links, BodyAs body, int64_t now) {
  return IncidentReader(info, file, site, links, body, now).run();
}

}  // namespace signpost
