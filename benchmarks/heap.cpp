// SPDX-License-Identifier: Apache-2.0
// How often a check asks for memory or takes a lock: both are counted where the program asks for them.
#include <dlfcn.h>
#include <pthread.h>

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <new>

#include "figures.hpp"
#include "large_host.hpp"

namespace {

bool counting = false;  // one thread counts, when no other runs
std::uint64_t asked = 0;
void count() {
  if (counting) ++asked;
}

/// The system's own function behind the one of the same name below.
template <class Function>
Function* behind(Function*, const char* name) {
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

}  // namespace

[[gnu::noinline]] void* operator new(std::size_t size) {
  count();
  if (void* out = std::malloc(size)) return out;
  throw std::bad_alloc();
}
[[gnu::noinline]] void operator delete(void* it) noexcept { std::free(it); }
void operator delete(void* it, std::size_t) noexcept { operator delete(it); }

extern "C" {
int pthread_mutex_lock(pthread_mutex_t* it) {
  static auto* const system = behind(&pthread_mutex_lock, "pthread_mutex_lock");
  count();
  return system(it);
}
int pthread_rwlock_rdlock(pthread_rwlock_t* it) {
  static auto* const system = behind(&pthread_rwlock_rdlock, "pthread_rwlock_rdlock");
  count();
  return system(it);
}
int pthread_rwlock_wrlock(pthread_rwlock_t* it) {
  static auto* const system = behind(&pthread_rwlock_wrlock, "pthread_rwlock_wrlock");
  count();
  return system(it);
}
}

namespace charter_benchmarks {

namespace {

using namespace charter;

/// Both for each check by itself, once its answer has been learnt.
void checks(benchmark::State& state) {
  static large_host host(std::make_unique<memory_store>(), 100);
  const auto& realm = host.engine();
  const auto check = [&](std::uint32_t at) {
    return realm.check({user_id{at % 7}, permissions::job_create, workspace_id{at % 100}});
  };
  for (std::uint32_t i = 0; i < 700; ++i) (void)check(i);
  for (auto _ : state) {
    asked = 0;
    counting = true;
    for (std::uint32_t i = 0; i < 7000; ++i) benchmark::DoNotOptimize(check(i));
    counting = false;
    state.counters["value"] = static_cast<double>(asked) / 7000;
  }
}

}  // namespace

void add_heap() { add({"check.heap", 100, "allocations and locks", checks}); }

}  // namespace charter_benchmarks
