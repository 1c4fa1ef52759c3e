"""Nutrient Signs API: nutrient deficiencies and everyday causes behind symptoms, graded and cited."""
