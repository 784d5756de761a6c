/** What a mapped class says about its table beyond what Spring Data and Jakarta Validation have words for. */
@NullMarked
package com.acme.dashboard.common.schema;

import org.jspecify.annotations.NullMarked;
