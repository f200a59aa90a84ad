// service.cc - see service.h.
#include "service/service.h"

#include <algorithm>
#include <cstdlib>
#include <thread>

#include "base/dates.h"
#include "base/file_io.h"
#include "index/generation.h"
#include "service/complaint_ends.h"
#include "store/audit_table.h"

namespace signpost {
namespace {

ListenerOptions listener_options(const ServeOptions& options) {
  ListenerOptions listener;
  listener.host = options.host;
  listener.port = options.port;
  listener.ports = options.ports;
  listener.threads = options.threads;
  listener.max_connections = options.max_connections;
  listener.admission.connections = options.connections_per_address;
  listener.admission.rate = options.rate_limit;
  listener.admission.counts_clients = !options.data.empty() && options.request_rate > 0;
  listener.admission.proxies = options.trusted_proxies;
  return listener;
}

// One program asks now and then.
ListenerOptions metrics_options(const ServeOptions& options) {
  ListenerOptions listener;
  listener.host = options.metrics->host;
  listener.port = options.metrics->port;
  listener.threads = 1;
  listener.loops = 1;
  listener.max_connections = 64;
  return listener;
}

// Of those whose messages are believed: none without a file.
std::vector<std::string> webhook_keys(const ServeOptions& options) {
  if (options.webhook_secrets.empty()) return {};
  return parse_webhook_secrets(read_file(options.webhook_secrets), options.webhook_secrets);
}

std::vector<Delivery> deliveries_of(const ServeOptions& options) {
  return options.deliveries.empty() ? std::vector<Delivery>() : read_deliveries(options.deliveries);
}

std::string embedder_key() {
  const char* key = std::getenv(kEmbedderKeyVariable);
  return key == nullptr ? "" : key;
}

}  // namespace

Service::Service(const ServeOptions& options)
    : options_(options),
      log_(parse_log_level(options.log_level)),
      model_(query_model()),
      deliveries_(deliveries_of(options)),
      store_(open_store()),
      staff_(open_entrance()),
      webhooks_(webhook_keys(options), seconds_of_clock()),
      guard_({.requests_an_hour = options.request_rate}),
      events_(store_ ? std::make_unique<EventStore>(options.data) : nullptr),
      counter_(make_counter()),
      demand_(options.data, store_.get(), log_),
      web_(std::make_shared<const WebFiles>(options.web)),
      follower_(
          options.index, [this](const std::string& dir) { return open_generation(dir, Readers::everybody); },
          log_),
      deliverer_(make_deliverer()),
      app_(app_options(), log_, [this] { return serving(); }),
      server_(
          listener_options(options),
          {[this](const Request& request) { return app_.handle(request); },
           [this](int status, std::chrono::seconds wait, const Request* request) {
             return app_.refusal(status, wait, request);
           },
           [this](const std::map<int, uint64_t>& counts) { app_.log_refusals(counts); },
           [this] { warn_of_proxy(); }, [this](const Request& request) { return app_.at_once(request); }}),
      retention_([this] { delete_what_is_old(); }, std::chrono::hours(1)),
      counting_([this] { write_outcomes(); }, std::chrono::seconds(1)),
      noticing_([this] { write_events(); }, std::chrono::seconds(1)),
      complaints_([this] { end_old_complaints(); }, std::chrono::seconds(1)),
      learning_([this] { learn_demand(); }, std::chrono::seconds(1)) {
  if (store_) {
    staff_follower_.emplace(
        staff_index(options.index),
        [this](const std::string& dir) { return open_generation(dir, Readers::staff); }, log_,
        CurrentWatch::kPeriod, GenerationFollower::WhenGone::goes);
  }
  if (!options.metrics) return;
  metrics_server_.emplace(
      metrics_options(options),
      Server::Handlers{[this](const Request& request) { return answer_metrics(request); },
                       [this](int status, std::chrono::seconds wait, const Request*) {
                         return app_.refusal(status, wait);
                       },
                       [this](const std::map<int, uint64_t>& counts) { app_.log_refusals(counts); }});
}

std::optional<QueryModel> Service::query_model() {
  if (options_.embedder.empty()) return std::nullopt;
  QueryModelOptions model;
  model.url = options_.embedder;
  model.key = embedder_key();
  model.on_change = [this](bool away, const std::string& reason) {
    if (away) {
      log_.write(LogLevel::warning, "embedder left alone", {{"reason", reason}});
    } else {
      log_.write(LogLevel::info, "embedder answers again");
    }
  };
  return std::optional<QueryModel>(std::in_place, std::move(model));
}

// What is wrong with its file is said in the log, and whoever sends something hears that it can't be kept:
// reading goes on.
std::unique_ptr<Store> Service::open_store() {
  if (options_.data.empty()) return nullptr;
  StoreOptions store;
  store.dir = options_.data;
  store.most_bytes = options_.data_limit_mb * 1'000'000;
  // Whoever waits for the disk holds one of the threads that answer.
  store.waiting = std::max<size_t>(1, options_.threads / 2);
  // Deliveries wait there as well, in places that no visitor is to lack.
  if (!options_.deliveries.empty()) store.waiting += std::max<size_t>(1, options_.threads / 4);
  store.subscriptions = subscriptions_of(deliveries_);
  store.warn = [this](const std::string& message) {
    log_.write(LogLevel::error, "store failed", {{"reason", message}});
  };
  auto opened = std::make_unique<Store>(std::move(store));
  opened->check();
  return opened;
}

std::unique_ptr<Deliverer> Service::make_deliverer() {
  if (!store_ || options_.deliveries.empty()) return nullptr;
  return std::make_unique<Deliverer>(
      DeliveryWork{.store = *store_,
                   .site = [this] { return delivery_site(); },
                   .note = [this](const DeliveryNote& note) { log_delivery(note); }});
}

void Service::use_deliveries(std::vector<Delivery> deliveries) {
  try {
    store_->use_subscriptions(subscriptions_of(deliveries));
  } catch (const Error&) {
    // The store has said why, and does it before anything else is written.
  }
  deliverer_->use(std::move(deliveries));
}

DeliverySite Service::delivery_site() const {
  const auto generation = follower_.current().generation;
  if (!generation) return {};
  const Site& site = generation->site();
  DeliverySite known{.url = site.base_url, .default_language = site.default_language, .languages = {}};
  for (const Language& language : site.languages) known.languages.push_back(language.code);
  return known;
}

void Service::log_delivery(const DeliveryNote& note) {
  const bool is_delivered = note.kind == DeliveryNote::Kind::delivered;
  const bool is_dead = note.kind == DeliveryNote::Kind::dead;
  std::vector<LogField> fields = {{"delivery", note.delivery}};
  if (!note.event.empty()) fields.emplace_back("event", note.event);
  if (note.attempts > 0) fields.emplace_back("attempts", static_cast<int64_t>(note.attempts));
  if (!note.reason.empty()) fields.emplace_back("reason", note.reason);
  log_.write(is_delivered ? LogLevel::info
             : is_dead    ? LogLevel::error
                          : LogLevel::warning,
             is_delivered ? "delivered"
             : is_dead    ? "delivery given up"
                          : "delivery failed",
             fields);
}

// Until the file can be read, forms that were drawn before a restart are to be sent twice.
void Service::use_form_key() {
  try {
    guard_.use_key(store_->secret("forms"));
  } catch (const std::exception&) {
    // The store has said why.
  }
}

void Service::write_outcomes() {
  const std::vector<OutcomeCount> counts = outcomes_.take();
  if (counts.empty()) return;
  try {
    store_->add_outcomes(counts);
  } catch (const std::exception&) {
    // The store has said why. These are lost, so that it says so once and not each second.
  }
}

std::unique_ptr<EventCounter> Service::make_counter() {
  if (options_.data.empty()) return nullptr;
  return std::make_unique<EventCounter>(EventCounterOptions{
      .dir = options_.data, .clock = seconds_of_clock, .warn = [this](const std::string& message) {
        log_.write(LogLevel::error, "counting failed", {{"reason", message}});
      }});
}

// As the site wants it that is served.
void Service::use_insight_settings() {
  if (const auto generation = follower_.current().generation) {
    const InsightSettings& wanted = generation->site().insights;
    counter_->use({wanted.on, wanted.retention_days, wanted.least_visits});
  }
}

void Service::write_events() {
  use_insight_settings();
  counter_->write();
}

// Without a store nobody can be staff.
std::unique_ptr<StaffEntrance> Service::open_entrance() {
  if (!store_) return nullptr;
  EntranceOptions entrance;
  entrance.signed_in = [this](std::string_view name) {
    log_.write(LogLevel::info, "staff signed in", {{"name", name}});
  };
  entrance.refused = [this] { log_.write(LogLevel::warning, "staff sign-in refused"); };
  // Readers keep most of the cores and threads.
  const bool has_room = std::thread::hardware_concurrency() >= 4 && options_.threads >= 8;
  entrance.passwords_at_once = has_room ? 2 : 1;
  entrance.passwords_waiting = options_.threads >= 8 ? 2 : 0;
  return std::make_unique<StaffEntrance>(*store_, std::move(entrance));
}

void Service::delete_what_is_old() {
  use_form_key();
  try {
    staff_->forget_old_sessions(seconds_of_clock());
  } catch (const std::exception&) {
    // The store has said why.
  }
  delete_old_requests();
}

void Service::delete_old_requests() {
  const auto generation = follower_.current().generation;
  if (!generation) return;
  const RequestSettings& kept = generation->site().requests;
  try {
    const int64_t deleted =
        store_->delete_closed_before(seconds_of_clock() - kept.retention_days * kSecondsOfDay);
    store_->write([&](SqliteDatabase& database) {
      delete_audit_before(database, seconds_of_clock() - kept.audit_days * kSecondsOfDay);
    });
    if (deleted > 0) log_.write(LogLevel::info, "requests deleted", {{"count", deleted}});
  } catch (const std::exception&) {
    // The store has said why.
  }
}

// Of a generation once; where the file can't be written, the next time.
void Service::end_old_complaints() {
  const auto generation = follower_.current().generation;
  if (!generation || generation->content() == complaints_ended_by_) return;
  try {
    const ComplaintEnds ends = end_complaints(*store_, generation->searcher(), seconds_of_clock());
    improvements_.put(read_improvements(*store_));
    complaints_ended_by_ = generation->content();
    if (ends.by_commits + ends.gone > 0) {
      log_.write(LogLevel::info, "complaints ended", {{"by_commits", ends.by_commits}, {"gone", ends.gone}});
    }
  } catch (const std::exception&) {
    // The store has said why.
  }
}

void Service::learn_demand() {
  if (demand_.run(follower_.current().generation, seconds_of_clock()))
    follower_.refresh(GenerationFollower::Again::yes);
}

AppOptions Service::app_options() {
  AppOptions app;
  app.live_reload = options_.live_reload;
  app.log_queries = options_.log_queries;
  app.log_addresses = options_.log_addresses;
  app.model = model_ ? &*model_ : nullptr;
  app.store = store_.get();
  app.presence = &presence_;
  app.webhooks = &webhooks_;
  app.deliverer = deliverer_.get();
  if (store_) {
    app.guard = &guard_;
    app.outcomes = &outcomes_;
    app.events = events_.get();
    app.counter = counter_.get();
  }
  app.visits = &visits_;
  app.staff = staff_.get();
  app.staff_header = options_.staff_header;
  return app;
}

// One for staff is served to nobody else, wherever it lies.
std::shared_ptr<const ServedGeneration> Service::open_generation(const std::string& dir, Readers readers) {
  // What visitors chose is known by the documents of the index for everybody.
  const bool is_public = readers == Readers::everybody;
  auto opened = std::make_shared<const ServedGeneration>(
      dir, newest_web(),
      is_public ? OpenGeneration::ReadClicks([this] { return demand_.read_clicks(); }) : nullptr,
      store_ ? &improvements_ : nullptr);
  if (opened->readers() == readers) return opened;
  throw Error(ErrorKind::usage, dir + (is_public ? " is for staff alone: --index is the folder around it"
                                                 : " is not for staff, though it lies where theirs does"));
}

void Service::start() {
  follower_.start();
  if (staff_follower_) staff_follower_->start();
  if (store_) {
    retention_.start();
    complaints_.start();
    learning_.start();
    counting_.start();
    use_insight_settings();  // so that the first visitor is counted
    noticing_.start();
  }
  if (deliverer_) deliverer_->use(deliveries_);
  server_.start();
  if (metrics_server_) metrics_server_->start();
}

void Service::reload() {
  try {
    auto web = std::make_shared<const WebFiles>(options_.web);
    std::vector<std::string> keys = webhook_keys(options_);
    std::vector<Delivery> deliveries = deliveries_of(options_);
    webhooks_.use_keys(std::move(keys));
    if (deliverer_) use_deliveries(std::move(deliveries));
    const MutexLock lock(mutex_);
    web_.swap(web);
  } catch (const std::exception& error) {
    log_.write(LogLevel::error, "reload refused", {{"reason", error.what()}});
    return;
  }
  follower_.refresh(GenerationFollower::Again::yes);
  if (staff_follower_) staff_follower_->refresh(GenerationFollower::Again::yes);
  log_.write(LogLevel::info, "reloaded");
}

// A generation has the web files that it was opened with: names and fingerprints of both belong together.
Serving Service::serving() const {
  auto [generation, refused] = follower_.current();
  auto web = generation ? generation->web() : newest_web();
  auto staff = staff_follower_ ? staff_follower_->current().generation : nullptr;
  return {.web = std::move(web),
          .generation = std::move(generation),
          .staff = std::move(staff),
          .refused = std::move(refused)};
}

std::shared_ptr<const WebFiles> Service::newest_web() const {
  const MutexLock lock(mutex_);
  return web_;
}

Response Service::answer_metrics(const Request& request) {
  return request.path == "/metrics" ? app_.metrics(server_.stats()) : app_.refusal(404, {});
}

void Service::warn_of_proxy() {
  log_.write(
      LogLevel::warning,
      "requests come through a proxy that --trusted-proxies does not list: the rate limit counts all of its "
      "readers as one");
}

std::string Service::address() const {
  const bool is_ipv6 = options_.host.find(':') != std::string::npos;
  const std::string host = is_ipv6 ? "[" + options_.host + "]" : options_.host;
  return "http://" + host + ":" + std::to_string(port()) + "/";
}

void Service::stop() {
  demand_.end();
  server_.stop();
  if (metrics_server_) metrics_server_->stop();
  if (deliverer_) deliverer_->use({});
  if (!store_) return;
  write_outcomes();
  counter_->write_last();
}

}  // namespace signpost
