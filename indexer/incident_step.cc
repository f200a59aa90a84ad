// incident_step.cc - see incident_step.h.
#include "indexer/incident_step.h"

#include <poll.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/ascii.h"
#include "content/incident_json.h"
#include "content/incident_source.h"
#include "content/language.h"
#include "indexer/corpus_links.h"
#include "indexer/front_matter_place.h"
#include "indexer/worker_pool.h"

namespace signpost {
namespace {

constexpr const char* kIncidentRule = "incident";
constexpr int kPollIncidents = 100;  // ms

std::string source_to_wire(const IncidentSource& source) {
  std::string bytes;
  WireWriter out(bytes);
  put_texts(out, source.keys);
  put_texts(out, source.assets);
  put_diagnostics(out, source.diagnostics);
  out.text(source.incident ? incidents_to_json({*source.incident}) : "[]");
  return bytes;
}

IncidentSource source_from_wire(std::string_view bytes) {
  WireReader in(bytes);
  IncidentSource source;
  source.keys = get_texts(in);
  source.assets = get_texts(in);
  source.diagnostics = get_diagnostics(in);
  std::vector<Incident> incidents = incidents_from_json(in.text());
  if (!incidents.empty()) source.incident = std::move(incidents.front());
  return source;
}

// Of a site's languages the one that a file's is, or a part of; "" for none.
std::string language_of_site(const std::string& lang, const Site& site) {
  std::vector<std::string> listed;
  for (const Language& language : site.languages) listed.push_back(language.code);
  const std::string* best = best_language(lang, listed);
  return best != nullptr && language_fit(lang, *best) >= LanguageFit::part ? *best : "";
}

class IncidentParser {
 public:
  IncidentParser(const Corpus& corpus, const Site& site, int64_t now)
      : corpus_(corpus), site_(site), now_(now), links_(make_link_resolver(corpus)) {}

  // In the worker.
  std::string work(const Job& job) const {
    SourceInfo info = corpus_.incidents.at(job.number);
    IncidentSource source;
    const auto leave_out = [&](Severity severity, const char* rule, const std::string& message) {
      source.diagnostics.push_back({severity, info.path, 0, 0, rule, message + "; left out"});
      return source_to_wire(source);
    };
    const std::string lang = language_of_site(info.lang, site_);
    if (lang.empty()) {
      return leave_out(Severity::warning, "language",
                       "the language '" + info.lang + "' of this incident is not one of the site's");
    }
    info.lang = lang;
    FileBytes file = corpus_.source->read_file(info.path, kMaxMarkdownBytes);
    if (file.error != 0) return leave_out(Severity::error, "file-read", describe_read_error(file.error));
    LinkResolver links = links_;
    links.page_at = [&](const std::string& address) { return page_at(corpus_, address, lang); };
    return source_to_wire(parse_incident(info, {info.path, std::move(file.bytes)}, site_, links,
                                         static_cast<BodyAs>(job.mode), now_));
  }

  // By the place in Corpus::incidents.
  std::vector<IncidentSource> run(int lock_fd) {
    WorkerPool worker(
        1, [this](const Job& job) { return work(job); }, default_worker_limits(), lock_fd);
    sources_.resize(corpus_.incidents.size());
    std::vector<Job> jobs;
    for (uint32_t i = 0; i < sources_.size(); ++i)
      jobs.push_back(
          {static_cast<uint32_t>(sources_.size()) - 1 - i, static_cast<uint32_t>(BodyAs::markdown)});
    while (!jobs.empty() || worker.in_flight() > 0) {
      for (; !jobs.empty() && worker.has_room(); jobs.pop_back()) worker.submit(jobs.back());
      std::vector<pollfd> fds;
      worker.add_poll(fds);
      ::poll(fds.data(), fds.size(), kPollIncidents);
      std::vector<JobResult> results;
      worker.collect(results);
      for (const JobResult& result : results) take(result, jobs);
    }
    worker.finish();
    return std::move(sources_);
  }

 private:
  void take(const JobResult& result, std::vector<Job>& jobs) {
    IncidentSource& source = sources_[result.job.number];
    const std::string& path = corpus_.incidents[result.job.number].path;
    if (result.ok) {
      std::vector<Diagnostic> before = std::move(source.diagnostics);
      source = source_from_wire(result.bytes);
      source.diagnostics.insert(source.diagnostics.begin(), before.begin(), before.end());
      return;
    }
    const bool was_plain = result.job.mode == static_cast<uint32_t>(BodyAs::plain);
    source.diagnostics.push_back(
        {Severity::error, path, 0, 0, "render",
         (was_plain ? "not even its plain text can be shown: " + result.bytes + "; left out"
                    : "cannot be rendered, its plain text is shown instead: " + result.bytes)});
    if (!was_plain) jobs.push_back({result.job.number, static_cast<uint32_t>(BodyAs::plain)});
  }

  const Corpus& corpus_;
  const Site& site_;
  const int64_t now_;
  const LinkResolver links_;
  std::vector<IncidentSource> sources_;
};

// One file of an incident.
struct IncidentPart {
  const std::string* path;
  IncidentSource* source;
  const Incident& incident() const { return *source->incident; }
  const std::string& lang() const { return incident().texts.front().lang; }
  bool says(std::string_view key) const {
    return std::find(source->keys.begin(), source->keys.end(), key) != source->keys.end();
  }
};

class IncidentJoiner {
 public:
  IncidentJoiner(const Corpus& corpus, const CorpusFacts& facts, const Site& site, int64_t now)
      : site_(site), now_(now), places_(corpus.source) {
    for (const Category& category : all_categories(site)) components_.emplace(category.id);
    for (const auto& one : facts) {
      if (!one) continue;
      components_.insert(one->products.begin(), one->products.end());
      if (!one->category.empty()) components_.insert(one->category);
    }
  }

  // `parts`: of one id.
  void join(std::vector<IncidentPart> parts) {
    std::stable_sort(parts.begin(), parts.end(), [this](const IncidentPart& a, const IncidentPart& b) {
      return place_of_language(a.lang()) < place_of_language(b.lang());
    });
    const IncidentPart& main = parts.front();
    Incident joined = main.incident();
    if (!settle(main, joined)) return;
    for (size_t i = 1; i < parts.size(); ++i) {
      const Incident& other = parts[i].incident();
      const bool twice = std::any_of(joined.texts.begin(), joined.texts.end(),
                                     [&](const IncidentText& text) { return text.lang == parts[i].lang(); });
      if (twice) {
        error(parts[i], "id", "another file of this language has the id '" + joined.id + "' too; left out",
              *parts[i - 1].path);
        continue;
      }
      compare(main, parts[i]);
      joined.texts.push_back(other.texts.front());
      joined.queries.insert(joined.queries.end(), other.queries.begin(), other.queries.end());
    }
    incidents_.push_back(std::move(joined));
  }

  std::vector<Incident> incidents() {
    std::stable_sort(incidents_.begin(), incidents_.end(), [](const Incident& a, const Incident& b) {
      return a.started.seconds > b.started.seconds;
    });
    return std::move(incidents_);
  }
  std::vector<Diagnostic> diagnostics() { return std::move(diagnostics_); }

 private:
  // The default language comes first, then the others as the site lists them.
  size_t place_of_language(const std::string& lang) const {
    if (lang == site_.default_language) return 0;
    const auto found = std::find_if(site_.languages.begin(), site_.languages.end(),
                                    [&](const Language& language) { return language.code == lang; });
    return 1 + static_cast<size_t>(found - site_.languages.begin());
  }

  void report(Severity severity, const IncidentPart& part, std::string_view key, const std::string& message,
              const std::string& target = {}) {
    const Place place = places_.find(*part.path, key, "");
    diagnostics_.push_back(
        {severity, *part.path, std::max(place.line, 1), place.column, kIncidentRule, message, target});
  }
  void error(const IncidentPart& part, std::string_view key, const std::string& message,
             const std::string& target = {}) {
    report(Severity::error, part, key, message, target);
  }
  void warn(const IncidentPart& part, std::string_view key, const std::string& message,
            const std::string& target = {}) {
    report(Severity::warning, part, key, message, target);
  }

  // A key that is there with a wrong value has its error already.
  void need(const IncidentPart& part, std::string_view key, const std::string& message) {
    if (places_.find(*part.path, key, "").line == 0) error(part, key, message);
  }

  // Fills in what the file leaves out, as far as it can be told; what it must say and doesn't is an error.
  // False when there is nothing to begin with.
  bool settle(const IncidentPart& main, Incident& incident) {
    const std::vector<IncidentUpdate>& updates = incident.texts.front().updates;
    if (!main.says("status")) {
      need(main, "status", "an incident needs a `status`: investigating, identified, monitoring or resolved");
      if (main.says("resolved")) incident.status = IncidentStatus::resolved;
    }
    if (!main.says("started")) {
      need(main, "started",
           "an incident needs `started`, the time at which it began" +
               std::string(updates.empty() ? "; left out" : ""));
      if (updates.empty()) return false;
      incident.started = updates.back().time;
    }
    settle_end(main, incident);
    if (incident.started.seconds > now_)
      warn(main, "started", "begins in the future; nobody is told of it before");
    if (!updates.empty() && updates.front().status && *updates.front().status != incident.status) {
      warn(main, "status",
           "its newest update says " + std::string(to_string(*updates.front().status)) + ", but `status` " +
               std::string(to_string(incident.status)));
    }
    settle_component(main, incident);
    return true;
  }

  void settle_end(const IncidentPart& main, Incident& incident) {
    if (incident.status != IncidentStatus::resolved) {
      if (incident.resolved)
        error(main, "resolved",
              "says when it was resolved, but its `status` is " + std::string(to_string(incident.status)));
      incident.resolved.reset();
      if (incident.until && incident.status != IncidentStatus::monitoring)
        warn(main, "until", "`until` counts only when the incident is monitored or resolved");
      return;
    }
    if (incident.resolved) return;
    error(main, "status", "is resolved, so it needs `resolved`, the time at which it was");
    incident.resolved = last_update(incident);
  }

  // As the articles write it, whatever the case.
  void settle_component(const IncidentPart& main, Incident& incident) {
    if (incident.component.empty() || components_.count(incident.component) != 0) return;
    const std::string wanted = lower_case(incident.component);
    for (const std::string& known : components_) {
      if (lower_case(known) != wanted) continue;
      incident.component = known;
      return;
    }
    error(main, "component",
          "no article has the category or the product '" + incident.component +
              "', so this incident is shown on the home page and for its queries only");
  }

  // What a translation says again must be the same.
  void compare(const IncidentPart& main, const IncidentPart& other) {
    const Incident& a = main.incident();
    const Incident& b = other.incident();
    const std::pair<const char*, bool> same[] = {
        {"component", a.component == b.component},
        {"status", a.status == b.status},
        {"started", a.started.seconds == b.started.seconds},
        {"resolved", a.resolved && b.resolved && a.resolved->seconds == b.resolved->seconds},
        {"until", a.until && b.until && a.until->seconds == b.until->seconds}};
    for (const auto& [key, is_same] : same) {
      if (is_same || !other.says(key)) continue;
      warn(other, key, std::string("says another `") + key + "` than " + *main.path + ", which counts",
           *main.path);
    }
  }

  const Site& site_;
  const int64_t now_;
  FrontMatterPlaces places_;
  std::set<std::string> components_;
  std::vector<Incident> incidents_;
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace

IncidentsOfSource read_incidents(const Corpus& corpus, const CorpusFacts& facts, const Site& site,
                                 int64_t now, int lock_fd) {
  IncidentsOfSource result;
  if (corpus.incidents.empty()) return result;
  std::vector<IncidentSource> sources = IncidentParser(corpus, site, now).run(lock_fd);
  std::map<std::string, std::vector<IncidentPart>> by_id;
  for (size_t i = 0; i < sources.size(); ++i) {
    IncidentSource& source = sources[i];
    std::move(source.diagnostics.begin(), source.diagnostics.end(), std::back_inserter(result.diagnostics));
    if (!source.incident) continue;
    std::move(source.assets.begin(), source.assets.end(), std::back_inserter(result.assets));
    by_id[source.incident->id].push_back({&corpus.incidents[i].path, &source});
  }
  IncidentJoiner joiner(corpus, facts, site, now);
  for (auto& [id, parts] : by_id) joiner.join(std::move(parts));
  result.incidents = joiner.incidents();
  std::vector<Diagnostic> joined = joiner.diagnostics();
  std::move(joined.begin(), joined.end(), std::back_inserter(result.diagnostics));
  return result;
}

}  // namespace signpost
