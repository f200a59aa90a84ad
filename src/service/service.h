// service.h - signpost-serve as a whole: everything that it is made of, put together in the right order.
// Tested by tests/unit/service/service_test.cc.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/mutex.h"
#include "contact/presence.h"
#include "contact/request_guard.h"
#include "delivery/deliverer.h"
#include "feedback/visits.h"
#include "insights/event_counter.h"
#include "net/server.h"
#include "net/webhook.h"
#include "service/app.h"
#include "service/demand_task.h"
#include "service/generation_follower.h"
#include "service/periodic_task.h"
#include "service/serve_command_line.h"
#include "staff/staff_entrance.h"
#include "store/event_store.h"
#include "store/store.h"

namespace signpost {

class Service {
 public:
  // Reads web files, secrets and deliveries, and binds the port. Throws Error.
  explicit Service(const ServeOptions& options);

  // Opens the published generation, if there is one, and answers.
  void start();
  // Reads all of these again and opens the published generation with them. When something is
  // wrong there, a line in the log says so and all stays as it was.
  void reload();
  void stop();
  int port() const { return server_.port(); }
  // 0 when there are no metrics.
  int metrics_port() const { return metrics_server_ ? metrics_server_->port() : 0; }
  // "http://127.0.0.1:8080/"
  std::string address() const;

 private:
  std::optional<QueryModel> query_model();
  std::unique_ptr<Store> open_store();
  std::unique_ptr<Deliverer> make_deliverer();
  void use_deliveries(std::vector<Delivery> deliveries);
  DeliverySite delivery_site() const;
  void log_delivery(const DeliveryNote& note);
  void use_form_key();
  std::unique_ptr<StaffEntrance> open_entrance();
  void delete_what_is_old();
  void delete_old_requests();
  void write_outcomes();
  std::unique_ptr<EventCounter> make_counter();
  void use_insight_settings();
  void write_events();
  void end_old_complaints();
  void learn_demand();
  AppOptions app_options();
  std::shared_ptr<const ServedGeneration> open_generation(const std::string& dir, Readers readers);
  Serving serving() const;
  std::shared_ptr<const WebFiles> newest_web() const EXCLUDES(mutex_);
  Response answer_metrics(const Request& request);
  void warn_of_proxy();

  const ServeOptions options_;
  Log log_;
  const std::optional<QueryModel> model_;
  const std::vector<Delivery> deliveries_;      // as they were read at first
  const std::unique_ptr<Store> store_;          // null without a data folder
  const std::unique_ptr<StaffEntrance> staff_;  // likewise
  Presence presence_;
  WebhookReceiver webhooks_;
  RequestGuard guard_;
  OutcomeCounter outcomes_;
  const std::unique_ptr<EventStore> events_;     // null without a data folder
  const std::unique_ptr<EventCounter> counter_;  // likewise
  Visits visits_;
  DemandTask demand_;
  ImprovementBoard improvements_;
  std::string complaints_ended_by_;  // the generation; of the thread of complaints_
  mutable Mutex mutex_;
  std::shared_ptr<const WebFiles> web_ GUARDED_BY(mutex_);
  GenerationFollower follower_;
  std::optional<GenerationFollower>
      staff_follower_;                          // of what only staff may read; none where nobody can be staff
  const std::unique_ptr<Deliverer> deliverer_;  // null without a data folder or a file of deliveries
  App app_;
  Server server_;
  std::optional<Server> metrics_server_;
  PeriodicTask retention_;
  PeriodicTask counting_;
  PeriodicTask noticing_;
  PeriodicTask complaints_;
  PeriodicTask learning_;
};

}  // namespace signpost
